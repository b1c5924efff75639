import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { Share } from '@/components/format/share';
import { weekdayName } from '@/components/format/when-text';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { HomeFigures } from '@/lib/stores/home-figures';
import { Definition } from './definition';

/** Today's figures up to now, against the same weekday last week up to the same time. */
export function TodaySoFar(props: { figures: HomeFigures; currency: string; now: Date; timeZone: string }) {
  const t = useTranslations('home');
  const locale = useLocale();
  const { today, lastWeek, differenceMinor } = props.figures;
  const more = today.orders - lastWeek.orders;
  return (
    <Card title={t('today')} note={t('against', { weekday: weekdayName(props.now, props.timeZone, locale) })}>
      <DescriptionList
        figures
        items={[
          {
            key: 'gross',
            term: <Named name={t('gross')} definition={t('grossDefinition')} />,
            value: (
              <>
                <Money minor={today.grossMinor} currency={props.currency} className="font-medium" />{' '}
                <Change up={differenceMinor > 0}>
                  {lastWeek.grossMinor > 0 ? (
                    <Share part={differenceMinor} whole={lastWeek.grossMinor} signed />
                  ) : null}
                </Change>
              </>
            ),
          },
          {
            key: 'orders',
            term: <Named name={t('orders')} definition={t('ordersDefinition')} />,
            value: (
              <>
                <span className="font-medium">
                  <Quantity value={today.orders} />
                </span>{' '}
                <Change up={more > 0}>{more === 0 ? null : <Quantity value={more} signed />}</Change>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Named(props: { name: string; definition: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {props.name}
      <Definition of={props.name}>{props.definition}</Definition>
    </span>
  );
}

function Change(props: { up: boolean; children: ReactNode }) {
  return <span className={props.up ? 'text-good' : 'text-ink-2'}>{props.children}</span>;
}
