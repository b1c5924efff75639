'use client';

import { useTranslations } from 'next-intl';
import type { EditorQuote } from '@/lib/orders/quote-for-editor';
import type { DraftLine } from './draft';

/** "5 free at Leeds"; what is short says so before anybody tries to place it. */
export function StockHint({ line, quote }: { line: DraftLine; quote: EditorQuote | null }) {
  const t = useTranslations('order-desk');
  const priced = quote?.lines.find(({ id }) => id === line.id);
  if (!quote || !priced) return null;
  const short = quote.short.find(({ sku }) => sku === line.sku);
  const places = quote.free
    .filter(({ variantId }) => variantId === line.variantId)
    .map(({ free, warehouse }) => t('stock.freeAt', { count: free, warehouse }));
  const free = places.length > 0 ? places.join(', ') : t('stock.noneFree');
  if (short) {
    return (
      <p className="text-13 font-medium text-bad">
        {t('stock.short', { wanted: short.wanted, left: short.left })}
      </p>
    );
  }
  return (
    <p className="text-13 text-ink-2">
      {free}
      {priced.backordered > 0 ? (
        <span className="font-medium text-warn">
          {' '}
          · {t('stock.backordered', { count: priced.backordered })}
        </span>
      ) : null}
    </p>
  );
}
