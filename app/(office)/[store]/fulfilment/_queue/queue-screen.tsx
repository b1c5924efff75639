import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CutOffClock } from '@/components/fulfilment/cut-off-clock';
import { HouseFilter } from '@/components/fulfilment/house-filter';
import { QueueTabs } from '@/components/fulfilment/queue-tabs';
import { WaitingTable } from '@/components/fulfilment/waiting-table';
import { listAddress, oneParam } from '@/components/products/list-address';
import { BulkBar } from '@/components/ui/bulk-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Selection } from '@/components/ui/selection';
import { TableFooter } from '@/components/ui/table-footer';
import { may } from '@/lib/access/allow';
import { isId, type WarehouseId } from '@/lib/core/ids';
import { listWaiting, type WaitingList } from '@/lib/fulfilment/list-waiting';
import type { Queue } from '@/lib/fulfilment/waiting-view';
import type { StorePage } from '@/lib/web/store-page';
import { PrintChosen } from './print-chosen';
import { StartWave, WaveOfDue } from './start-wave';

export type QueueProps = {
  params: Promise<{ store: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Query = { queue: Queue; warehouseId: WarehouseId | null; cursor: string };

export async function queueTitle(): Promise<Metadata> {
  return { title: (await getTranslations('fulfilment'))('title') };
}

export function queueQuery(queue: Queue, search: Record<string, string | string[] | undefined>): Query {
  const warehouse = oneParam(search.warehouse);
  return {
    queue,
    warehouseId: isId('whs', warehouse) ? warehouse : null,
    cursor: oneParam(search.cursor).slice(0, 600),
  };
}

/** One queue: when the carrier comes, what waits, and what can be done with it. */
export async function QueueScreen({ page, query }: { page: StorePage; query: Query }) {
  const { ctx, store, now } = page;
  const { queue, warehouseId } = query;
  const [t, list] = await Promise.all([getTranslations('fulfilment'), listWaiting(ctx, query)]);
  const base = `/${store.slug}/fulfilment`;
  const { desk } = list;
  const reason = may(ctx, 'shipment.write') ? null : t('wave.permission');
  const when = { now, timeZone: store.timeZone };
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          queue === 'pick' ? (
            <WaveOfDue
              slug={store.slug}
              warehouses={desk.warehouses}
              chosen={warehouseId}
              dueBy={desk.cutOff.at.toISOString()}
              reason={reason}
            />
          ) : queue === 'ship' ? (
            <LinkButton href={`${base}/ship/paste`} variant="primary" reason={reason}>
              {t('paste.title')}
            </LinkButton>
          ) : null
        }
      />
      <CutOffClock
        key={now.getTime()}
        cutOffMs={desk.cutOff.at.getTime()}
        nowMs={now.getTime()}
        timeZone={store.timeZone}
        due={desk.cutOff.due}
        late={desk.cutOff.late}
      />
      <QueueTabs base={base} current={queue} counts={desk.counts} warehouseId={warehouseId} />
      {desk.warehouses.length > 1 ? (
        <div className="mb-3">
          <HouseFilter warehouses={desk.warehouses} chosen={warehouseId ?? ''} />
        </div>
      ) : null}
      <Selection>
        <WaitingTable
          slug={store.slug}
          queue={queue}
          list={list}
          when={when}
          footer={<Footer list={list} query={query} base={base} />}
        />
        <BulkBar>
          <PrintChosen slug={store.slug} queue={queue} />
          {queue === 'pick' ? <StartWave slug={store.slug} reason={reason} /> : null}
        </BulkBar>
      </Selection>
    </>
  );
}

async function Footer({ list, query, base }: { list: WaitingList; query: Query; base: string }) {
  const t = await getTranslations('fulfilment');
  const { queue, warehouseId } = query;
  if (list.rows.length === 0) {
    return <EmptyState title={t(`empty.${queue}.title`)}>{t(`empty.${queue}.body`)}</EmptyState>;
  }
  const path = queue === 'pick' ? base : `${base}/${queue}`;
  const at = (cursor: string | null) => cursor && listAddress(path, { warehouse: warehouseId, cursor });
  return (
    <TableFooter newerHref={at(list.before)} olderHref={at(list.after)}>
      {t('list.shown', { count: list.rows.length })}
    </TableFooter>
  );
}
