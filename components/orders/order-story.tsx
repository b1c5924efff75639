import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { moneyText } from '@/components/format/money-text';
import { When } from '@/components/format/when';
import { Card } from '@/components/ui/card';
import { classNames } from '@/components/ui/class-names';
import { LinkButton } from '@/components/ui/link-button';
import { Timeline, type TimelineEntry } from '@/components/ui/timeline';
import { intlLocale } from '@/lib/i18n/locales';
import type { OrderTimeline, TimelineEvent } from '@/lib/orders/order-timeline';
import { type EventTools, eventWords } from './event-words';

export interface OrderStoryProps {
  timeline: OrderTimeline;
  warehouses: readonly { id: string; name: string }[];
  only: 'everything' | 'notes';
  hrefOf: (query: { only: 'everything' | 'notes'; before?: number }) => string;
  now: Date;
  timeZone: string;
}

/** Everything that happened to an order in words, notes in their place. */
export function OrderStory(props: OrderStoryProps) {
  const t = useTranslations('orders');
  const tools = useEventTools(props.warehouses);
  const { timeline, only } = props;
  const entries = timeline.entries.map(
    (event, place): TimelineEntry => ({
      id: event.id,
      at: <When at={event.at} now={props.now} timeZone={props.timeZone} style="dateTime" />,
      text: <Saying event={event} tools={tools} />,
      note: event.note,
      key: place === 0,
    }),
  );
  return (
    <Card
      title={t('timeline.title')}
      actions={
        <nav aria-label={t('timeline.filter')} className="flex gap-1">
          {(['everything', 'notes'] as const).map((choice) => (
            <LinkButton
              key={choice}
              href={props.hrefOf({ only: choice })}
              scroll={false}
              size="small"
              variant="quiet"
              aria-current={choice === only ? 'true' : undefined}
              className={classNames(choice === only && 'bg-sunken! text-ink!')}
            >
              {t(`timeline.${choice}`)}
            </LinkButton>
          ))}
        </nav>
      }
      flush
    >
      {entries.length > 0 ? (
        <Timeline label={t('timeline.title')} entries={entries} />
      ) : (
        <p className="px-4 py-3 text-ink-2">
          {t(only === 'notes' ? 'timeline.noNotes' : 'timeline.nothing')}
        </p>
      )}
      {timeline.nextBefore === null ? null : (
        <p className="border-t px-4 py-2.5">
          <LinkButton href={props.hrefOf({ only, before: timeline.nextBefore })} scroll={false} size="small">
            {t('timeline.older')}
          </LinkButton>
        </p>
      )}
    </Card>
  );
}

function Saying({ event, tools }: { event: TimelineEvent; tools: EventTools }): ReactNode {
  const t = useTranslations('orders');
  const { key, params } = eventWords(event, tools);
  const itself = event.actor === 'system' || ('automatic' in event.payload && event.payload.automatic);
  const who = itself ? null : (event.by ?? t(`actors.${event.actor}`));
  const bold = (words: ReactNode) => <b>{words}</b>;
  return (
    <p>
      {t.rich(`events.${key}`, { ...params, b: bold })}
      {who ? (
        <span className="text-ink-3">
          {' '}
          · {event.actor === 'key' ? t('actors.keyNamed', { name: who }) : who}
        </span>
      ) : null}
    </p>
  );
}

function useEventTools(warehouses: OrderStoryProps['warehouses']): EventTools {
  const t = useTranslations('orders');
  const locale = useLocale();
  const names = new Map(warehouses.map(({ id, name }) => [id, name]));
  const list = new Intl.ListFormat(intlLocale(locale), { style: 'short', type: 'conjunction' });
  return {
    money: (minor, currency) => moneyText(minor, currency, locale),
    warehouse: (id) => names.get(id) ?? t('timeline.goneWarehouse'),
    list: (words) => list.format(words),
    unitsAt: (quantity, warehouse) => t('timeline.unitsAt', { quantity, warehouse }),
    word: (group, code) => (t.has(`${group}.${code}`) ? t(`${group}.${code}`) : code),
  };
}
