'use client';

import { CircleCheck, Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import type { ParcelLine } from '@/lib/fulfilment/get-parcel';

/** One line of a box: how many of how many are in, in figures and with a sign when it is complete. */
export function PackLine(props: {
  line: ParcelLine;
  scanned: number;
  /** Null where nobody counts. */
  onCount: ((scanned: number) => void) | null;
}) {
  const t = useTranslations('fulfilment.pack');
  const { line, scanned, onCount } = props;
  const { sku, quantity } = line;
  const complete = scanned === quantity;
  return (
    <li data-sku={sku} className={`flex items-center gap-3 px-4 py-3 ${complete ? 'bg-good-soft' : ''}`}>
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          {line.title}
          {line.variantTitle ? <span className="font-normal text-ink-2"> · {line.variantTitle}</span> : null}
        </p>
        <p className="code break-all text-ink-2">
          {sku}
          {line.barcode ? ` · ${line.barcode}` : ''}
        </p>
      </div>
      {complete ? (
        <span className="flex items-center gap-1 text-13 font-medium text-good">
          <CircleCheck aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{t('lineDone')}</span>
        </span>
      ) : null}
      <b className="num text-base whitespace-nowrap">{t('of', { scanned, quantity })}</b>
      {onCount ? (
        <span className="flex gap-1">
          <IconButton
            label={t('remove', { sku })}
            disabled={scanned === 0}
            onClick={() => onCount(Math.max(0, scanned - 1))}
          >
            <Minus aria-hidden="true" />
          </IconButton>
          <IconButton
            label={t('add', { sku })}
            disabled={complete}
            onClick={() => onCount(Math.min(quantity, scanned + 1))}
          >
            <Plus aria-hidden="true" />
          </IconButton>
        </span>
      ) : null}
    </li>
  );
}
