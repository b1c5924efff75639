'use client';

import { Trash2 } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { moneyText } from '@/components/format/money-text';
import { priceText } from '@/components/orders/price-text';
import { ProductThumb } from '@/components/products/product-thumb';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { IconButton } from '@/components/ui/icon-button';
import { NumberInput } from '@/components/ui/number-input';
import type { FoundVariant } from '@/lib/catalog/search-variants';
import { newId } from '@/lib/core/ids';
import type { EditorQuote } from '@/lib/orders/quote-for-editor';
import { DiscountField } from './discount-field';
import type { DraftLine } from './draft';
import { StockHint } from './stock-hint';
import { VariantSearch } from './variant-search';

/** What is sold: found by words or scanned, priced by the store. */
export function LinesCard(props: {
  slug: string;
  currency: string;
  lines: readonly DraftLine[];
  quote: EditorQuote | null;
  mayDiscount: boolean;
  onChange: (lines: DraftLine[]) => void;
}) {
  const t = useTranslations('order-desk');
  const { lines, onChange } = props;

  function add(variant: FoundVariant) {
    const known = lines.find((line) => line.variantId === variant.variantId && !line.discount);
    onChange(
      known
        ? lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1 } : line))
        : [...lines, lineOf(variant)],
    );
  }
  const change = (id: string, more: Partial<DraftLine>) =>
    onChange(lines.map((line) => (line.id === id ? { ...line, ...more } : line)));

  return (
    <Card title={t('lines.title')} flush>
      <div className="px-4 py-3">
        <VariantSearch slug={props.slug} currency={props.currency} onAdd={add} />
      </div>
      {lines.length === 0 ? (
        <p className="border-t px-4 py-6 text-center text-ink-2">{t('lines.none')}</p>
      ) : (
        <ul className="divide-y border-t">
          {lines.map((line) => (
            <LineRow
              key={line.id}
              {...props}
              line={line}
              onChange={(more) => change(line.id, more)}
              onRemove={() => onChange(lines.filter(({ id }) => id !== line.id))}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

function lineOf(variant: FoundVariant): DraftLine {
  const { variantId, title, sku, imageId, priceE4 } = variant;
  return { id: newId('oln'), variantId, title, sku, imageId, priceE4, quantity: 1, discount: null };
}

function LineRow(props: {
  slug: string;
  currency: string;
  line: DraftLine;
  quote: EditorQuote | null;
  mayDiscount: boolean;
  onChange: (more: Partial<DraftLine>) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('order-desk');
  const locale = useLocale();
  const { line, currency, quote } = props;
  const [discounting, setDiscounting] = useState(line.discount !== null);
  const priced = quote?.lines.find(({ id }) => id === line.id);
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-2 px-4 py-3">
      <ProductThumb storeSlug={props.slug} imageId={line.imageId} size="large" />
      <div className="min-w-0">
        <p className="break-words">{line.title}</p>
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
          <span className="code">{line.sku}</span>
          <span className="num">{priceText(priced?.unitPriceE4 ?? line.priceE4, currency, locale)}</span>
        </p>
        <StockHint line={line} quote={quote} />
      </div>
      <div className="num text-right font-medium">
        {priced ? moneyText(priced.goodsMinor, currency, locale) : '–'}
        {priced && priced.discountMinor > 0 ? (
          <span className="block text-13 font-normal text-ink-2">
            {moneyText(-priced.discountMinor, currency, locale)}
          </span>
        ) : null}
      </div>
      <div className="col-span-full flex flex-wrap items-center gap-2 sm:col-start-2 sm:col-end-[-1]">
        <span className="min-w-32 shrink-0">
          <NumberInput
            label={t('lines.quantity', { name: line.title })}
            min={1}
            max={1_000_000}
            value={line.quantity}
            onValueChange={(value) => props.onChange({ quantity: Math.max(1, value ?? 1) })}
          />
        </span>
        {discounting ? (
          <DiscountField
            name={line.title}
            currency={currency}
            discount={line.discount}
            onChange={(discount) => props.onChange({ discount })}
          />
        ) : (
          <Button
            size="small"
            variant="quiet"
            reason={props.mayDiscount ? null : t('discount.notYours')}
            onClick={() => setDiscounting(true)}
          >
            {t('discount.add')}
          </Button>
        )}
        <IconButton
          size="small"
          className="ml-auto"
          label={t('lines.remove', { name: line.title })}
          onClick={props.onRemove}
        >
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
    </li>
  );
}
