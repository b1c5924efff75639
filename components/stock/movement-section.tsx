import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { TableFooter } from '@/components/ui/table-footer';
import type { MovementList as Movements } from '@/lib/stock/list-movements';
import { MovementList } from './movement-list';

/** The movements of a variant under their title, paged. */
export function MovementSection(props: {
  movements: Movements;
  place: { slug: string; numberPrefix: string; timeZone: string; now: Date };
  newerHref: string | null;
  olderHref: string | null;
}) {
  const t = useTranslations('stock');
  const { movements } = props.movements;
  return (
    <section aria-labelledby="movements" className="flex min-w-0 flex-col gap-2">
      <div className="flex items-baseline gap-2">
        <h2 id="movements" className="text-sm font-semibold">
          {t('movements.title')}
        </h2>
        <span className="text-ink-2">{t('movements.note')}</span>
      </div>
      <MovementList
        movements={movements}
        place={props.place}
        footer={
          movements.length === 0 ? (
            <EmptyState title={t('movements.empty')}>{t('movements.emptyBody')}</EmptyState>
          ) : (
            <TableFooter newerHref={props.newerHref} olderHref={props.olderHref}>
              {t('movements.shown', { count: movements.length })}
            </TableFooter>
          )
        }
      />
    </section>
  );
}
