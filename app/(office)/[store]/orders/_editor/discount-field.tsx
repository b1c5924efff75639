'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { MoneyInput } from '@/components/ui/money-input';
import { NativeSelect } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import { decimalText, parseDecimal } from '@/lib/core/money';
import type { Discount } from '@/lib/orders/price-order';

const MOST_HUNDREDTHS = 10_000;

/** No discount, a share, or an amount. */
export function DiscountField(props: {
  name: string;
  currency: string;
  discount: Discount | null;
  onChange: (discount: Discount | null) => void;
}) {
  const t = useTranslations('order-desk');
  const { discount, onChange } = props;
  const [kind, setKind] = useState<'none' | Discount['kind']>(discount?.kind ?? 'none');
  const [percent, setPercent] = useState(
    discount?.kind === 'percent' ? decimalText(discount.hundredths, 2).replace(/\.?0+$/, '') : '',
  );

  function typed(text: string) {
    setPercent(text);
    const hundredths = parseDecimal(text.replace(',', '.'), 2);
    const fits = hundredths !== null && hundredths > 0 && hundredths <= MOST_HUNDREDTHS;
    onChange(fits ? { kind: 'percent', hundredths } : null);
  }

  return (
    <span className="flex gap-1.5">
      <NativeSelect
        aria-label={t('discount.kind', { name: props.name })}
        className="w-36 shrink-0"
        value={kind}
        options={[
          { value: 'none', label: t('discount.none') },
          { value: 'percent', label: t('discount.percent') },
          { value: 'amount', label: t('discount.amount') },
        ]}
        onChange={(event) => {
          const next = event.target.value;
          setKind(next === 'percent' || next === 'amount' ? next : 'none');
          setPercent('');
          onChange(null);
        }}
      />
      {kind === 'percent' ? (
        <TextInput
          aria-label={t('discount.value', { name: props.name })}
          className="w-24"
          inputMode="decimal"
          value={percent}
          after="%"
          onChange={(event) => typed(event.target.value)}
        />
      ) : null}
      {kind === 'amount' ? (
        <span className="w-32">
          <MoneyInput
            label={t('discount.value', { name: props.name })}
            currency={props.currency}
            defaultMinor={discount?.kind === 'amount' ? discount.amountMinor : null}
            onMinorChange={(minor) =>
              onChange(minor && minor > 0n ? { kind: 'amount', amountMinor: Number(minor) } : null)
            }
          />
        </span>
      ) : null}
    </span>
  );
}
