'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberInput } from '@/components/ui/number-input';
import type { PickLine } from '@/lib/fulfilment/get-wave';

/** One SKU at its bin: how many in all, which order gets how many, how many were found. */
export function RoundLine(props: {
  line: PickLine;
  found: number | null;
  numberPrefix: string;
  /** Null where nobody counts. */
  onCount: ((found: number | null) => void) | null;
}) {
  const t = useTranslations('fulfilment.wave');
  const { line, found, onCount } = props;
  const { sku, quantity, bin } = line;
  const complete = found === quantity;
  return (
    <li className={`flex gap-3 px-4 py-3 ${complete ? 'bg-good-soft' : ''}`} data-sku={sku}>
      <span className="w-16 shrink-0">
        <span className="code block font-semibold">
          {bin ? <span className="sr-only">{t('bin', { bin })}</span> : null}
          <span aria-hidden={bin ? true : undefined}>{bin || t('noBin')}</span>
        </span>
        <b className="num text-title">× {quantity}</b>
      </span>
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">
          {line.title}
          {line.variantTitle ? <span className="font-normal text-ink-2"> · {line.variantTitle}</span> : null}
        </p>
        <p className="code text-ink-2">{sku}</p>
        <ul className="mt-1 flex flex-wrap gap-x-3 text-13 text-ink-2">
          {line.orders.map((order) => (
            <li key={order.position} className="num">
              {t('place', { number: `${props.numberPrefix}${order.number}`, quantity: order.quantity })}
            </li>
          ))}
        </ul>
      </div>
      {onCount ? (
        <div className="flex shrink-0 flex-col items-end gap-1.5">
          <Checkbox
            label={<span className="sr-only">{t('tick', { sku, quantity })}</span>}
            checked={complete}
            onChange={(event) => onCount(event.target.checked ? quantity : null)}
          />
          <span className="flex items-center gap-1.5">
            <NumberInput
              label={t('found', { sku })}
              value={found}
              min={0}
              max={quantity}
              onValueChange={onCount}
            />
          </span>
          {found !== null && found < quantity ? (
            <span className="text-13 font-medium text-warn">{t('short', { count: quantity - found })}</span>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
