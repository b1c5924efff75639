'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { checkClass } from '@/components/ui/check-class';
import { IconButton } from '@/components/ui/icon-button';
import type { PickLine } from '@/lib/fulfilment/get-wave';

type Props = {
  line: PickLine;
  found: number | null;
  numberPrefix: string;
  /** Null where nobody counts. */
  onCount: ((found: number | null) => void) | null;
};

/** One SKU at its bin: how many in all, which order gets how many, how many were found. */
export function RoundLine(props: Props) {
  const t = useTranslations('fulfilment.wave');
  const { line, found, onCount } = props;
  const { sku, quantity, bin } = line;
  return (
    <li
      className={`flex flex-wrap gap-x-3 gap-y-1 px-4 py-3 ${found === quantity ? 'bg-good-soft' : ''}`}
      data-sku={sku}
    >
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
      {onCount ? <Counter line={line} found={found} onCount={onCount} /> : null}
    </li>
  );
}

/** How many were found: all by one tap, or one more, one fewer. */
function Counter({
  line,
  found,
  onCount,
}: {
  line: PickLine;
  found: number | null;
  onCount: (n: number | null) => void;
}) {
  const t = useTranslations('fulfilment');
  const { sku, quantity } = line;
  return (
    <div className="flex items-center gap-1 max-sm:basis-full max-sm:justify-end">
      {found !== null && found < quantity ? (
        <span className="mr-1 text-13 font-medium text-warn">
          {t('wave.short', { count: quantity - found })}
        </span>
      ) : null}
      <b className="num mr-1 text-base whitespace-nowrap">
        {t('pack.of', { scanned: found ?? 0, quantity })}
      </b>
      <IconButton
        label={t('pack.remove', { sku })}
        disabled={found === 0}
        onClick={() => onCount(Math.max(0, (found ?? 1) - 1))}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t('pack.add', { sku })}
        disabled={found === quantity}
        onClick={() => onCount(Math.min(quantity, (found ?? 0) + 1))}
      >
        <Plus aria-hidden="true" />
      </IconButton>
      <label className="ml-1 flex size-11 cursor-pointer items-center justify-center">
        <span className="sr-only">{t('wave.tick', { sku, quantity })}</span>
        <input
          type="checkbox"
          checked={found === quantity}
          onChange={(event) => onCount(event.target.checked ? quantity : null)}
          className={`${checkClass} scale-150`}
        />
      </label>
    </div>
  );
}
