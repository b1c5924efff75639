import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { Definition } from '@/components/ui/definition';
import type { CustomerFigures } from '@/lib/customers/customer-figures';

/** What a customer's orders add up to, each number with what it is made of. */
export function FiguresCard(props: { figures: CustomerFigures; now: Date; timeZone: string }) {
  const t = useTranslations('customers');
  const { figures, now, timeZone } = props;
  const per = (amount: 'netPaidMinor' | 'averageMinor') => {
    const known = figures.byCurrency.filter((one) => one[amount] !== null);
    if (known.length === 0) return '–';
    return (
      <span className="flex flex-wrap gap-x-2.5">
        {known.map((one) => (
          <Money key={one.currency} minor={one[amount] ?? 0} currency={one.currency} />
        ))}
      </span>
    );
  };
  return (
    <section
      aria-label={t('figures.title')}
      className="grid grid-cols-2 gap-px overflow-hidden rounded-card border bg-line sm:grid-cols-4"
    >
      <Figure name="orders" value={<Quantity value={figures.ordersPlaced} />} />
      <Figure name="paid" value={per('netPaidMinor')} />
      <Figure name="average" value={per('averageMinor')} />
      <Figure
        name="last"
        value={<When at={figures.lastOrderAt} now={now} timeZone={timeZone} />}
        note={
          figures.firstOrderAt ? (
            <>
              {t('figures.first')}{' '}
              <When at={figures.firstOrderAt} now={now} timeZone={timeZone} style="date" />
            </>
          ) : null
        }
      />
    </section>
  );
}

function Figure(props: { name: 'orders' | 'paid' | 'average' | 'last'; value: ReactNode; note?: ReactNode }) {
  const t = useTranslations('customers');
  const label = t(`figures.${props.name}`);
  return (
    <div className="min-w-0 bg-surface px-4 py-3">
      <div className="flex items-center gap-0.5 text-13 text-ink-2">
        {label}
        <Definition name={t('figures.about', { figure: label })}>
          {t(`figures.${props.name}Definition`)}
        </Definition>
      </div>
      <div className="num mt-0.5 text-title font-semibold break-words">{props.value}</div>
      {props.note ? <div className="text-13 text-ink-3">{props.note}</div> : null}
    </div>
  );
}
