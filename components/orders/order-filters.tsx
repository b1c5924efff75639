'use client';

import { Plus } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { DateRange } from '@/components/ui/date-range';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Popover } from '@/components/ui/popover';
import { FULFILMENT_STATUSES, ORDER_STATUSES, PAYMENT_STATUSES } from '@/lib/orders/order-state';
import { type OrderListQuery, orderListSearch } from '@/lib/orders/order-views';

type Presets = { key: 'today' | 'last7' | 'last30'; from: string }[];

/** Narrows the list: writes the address, so that a link is a view. */
export function OrderFilters(props: { query: OrderListQuery; today: string; presets: Presets }) {
  const t = useTranslations('order-desk');
  const status = useTranslations('status');
  const router = useRouter();
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const [, start] = useTransition();
  const { query, today } = props;

  function narrow(more: Partial<OrderListQuery>) {
    start(() => router.push(`${pathname}${orderListSearch({ ...query, ...more })}`, { scroll: false }));
  }
  const options = (kind: 'order' | 'payment' | 'fulfilment', values: readonly string[]) => [
    { value: '', label: t('filter.any') },
    ...values.map((value) => ({ value, label: status(`${kind}.${value}`) })),
  ];

  return (
    <Popover
      trigger={{
        label: (
          <>
            <Plus aria-hidden="true" />
            {t('filter.add')}
          </>
        ),
        size: 'small',
        variant: 'quiet',
        className: 'border-dashed border-line-strong!',
      }}
      title={t('filter.title')}
      open={open}
      onOpenChange={setOpen}
    >
      <div className="flex w-72 flex-col gap-3 max-sm:w-64">
        <Field label={t('filter.status')}>
          <NativeSelect
            value={query.statuses[0] ?? ''}
            options={options('order', ORDER_STATUSES.slice(1))}
            onChange={(event) => narrow({ statuses: pick(ORDER_STATUSES, event.target.value) })}
          />
        </Field>
        <Field label={t('filter.payment')}>
          <NativeSelect
            value={query.payments[0] ?? ''}
            options={options('payment', PAYMENT_STATUSES)}
            onChange={(event) => narrow({ payments: pick(PAYMENT_STATUSES, event.target.value) })}
          />
        </Field>
        <Field label={t('filter.fulfilment')}>
          <NativeSelect
            value={query.fulfilments[0] ?? ''}
            options={options('fulfilment', FULFILMENT_STATUSES)}
            onChange={(event) => narrow({ fulfilments: pick(FULFILMENT_STATUSES, event.target.value) })}
          />
        </Field>
        <div className="flex flex-wrap gap-1.5">
          {props.presets.map(({ key, from }) => (
            <Button key={key} size="small" onClick={() => narrow({ from, to: today })}>
              {t(`filter.${key}`)}
            </Button>
          ))}
        </div>
        <DateRange
          label={t('filter.placed')}
          value={query.from && query.to ? { from: query.from, to: query.to } : null}
          onChange={(range) => narrow({ from: range?.from ?? null, to: range?.to ?? null })}
          maxDay={today}
        />
      </div>
    </Popover>
  );
}

const pick = <T extends string>(values: readonly T[], chosen: string): T[] =>
  values.filter((value) => value === chosen);
