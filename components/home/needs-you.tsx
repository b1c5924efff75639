import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { When } from '@/components/format/when';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import type { ViewCounts } from '@/lib/orders/count-views';
import { COUNT_CAP, orderListSearch } from '@/lib/orders/order-views';
import type { HomeFigures } from '@/lib/stores/home-figures';

type Kind = 'late' | 'to_confirm' | 'unpaid' | 'to_ship';

const KINDS: readonly { kind: Kind; tone: string }[] = [
  { kind: 'late', tone: 'bg-bad' },
  { kind: 'to_confirm', tone: 'bg-warn' },
  { kind: 'unpaid', tone: 'bg-warn' },
  { kind: 'to_ship', tone: 'bg-info' },
];

/** What waits for somebody, by kind, each with the way to it. */
export function NeedsYou(props: {
  storeSlug: string;
  counts: ViewCounts;
  figures: HomeFigures;
  now: Date;
  timeZone: string;
}) {
  const t = useTranslations('home');
  const { counts, figures, now, timeZone } = props;
  const rows = KINDS.filter(({ kind }) => counts[kind] > 0);
  const when = { now, timeZone };
  const said: Record<Kind, ReactNode> = {
    late: t.rich('detail.late', { when: () => <When at={figures.lateSince} {...when} style="due" /> }),
    to_confirm: t.rich('detail.to_confirm', { when: () => <When at={figures.pendingSince} {...when} /> }),
    unpaid: t.rich('detail.unpaid', { when: () => <When at={figures.unpaidSince} {...when} /> }),
    to_ship: figures.nextShipBy
      ? t.rich('detail.to_ship', {
          when: () => <When at={figures.nextShipBy} timeZone={timeZone} now={now} style="weekday" />,
        })
      : t('detail.allLate'),
  };
  return (
    <Card title={t('needsYou')} note={t('kinds', { count: rows.length })} flush>
      {rows.length === 0 ? (
        <EmptyState title={t('nothingTitle')}>{t('nothingBody')}</EmptyState>
      ) : (
        <ul>
          {rows.map(({ kind, tone }) => (
            <li key={kind} className="flex items-center gap-4 border-b px-4 py-3 last:border-b-0">
              <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${tone}`} />
              <div className="min-w-0 flex-1">
                <p className="font-medium">
                  {t(`title.${kind}`, { count: Math.min(counts[kind], COUNT_CAP - 1) })}
                </p>
                <p className="text-ink-2">{said[kind]}</p>
              </div>
              <LinkButton href={`/${props.storeSlug}/orders${orderListSearch({ view: kind })}`}>
                {t(`act.${kind}`)}
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
