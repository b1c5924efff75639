import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QueueTabs } from '@/components/fulfilment/queue-tabs';
import { WaveTable } from '@/components/fulfilment/wave-table';
import { listAddress, oneParam } from '@/components/products/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { TableFooter } from '@/components/ui/table-footer';
import { listWaves } from '@/lib/fulfilment/list-waves';
import { storePage } from '@/lib/web/store-page';
import type { QueueProps } from '../_queue/queue-screen';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fulfilment'))('wave.title') };
}

export default async function WavesPage(props: QueueProps) {
  const [{ store: slug }, search] = await Promise.all([props.params, props.searchParams]);
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const cursor = oneParam(search.cursor).slice(0, 200);
  const [t, list] = await Promise.all([getTranslations('fulfilment'), listWaves(ctx, { cursor })]);
  const base = `/${slug}/fulfilment`;
  const at = (to: string | null) => to && listAddress(`${base}/waves`, { cursor: to });
  return (
    <>
      <PageHeader title={t('wave.title')} back={{ href: base, label: t('title') }} />
      <QueueTabs base={base} current="waves" />
      <WaveTable
        path={`${base}/waves`}
        waves={list.rows}
        when={{ now, timeZone: store.timeZone }}
        footer={
          list.rows.length > 0 ? (
            <TableFooter newerHref={at(list.before)} olderHref={at(list.after)}>
              {t('list.shown', { count: list.rows.length })}
            </TableFooter>
          ) : (
            <EmptyState
              title={t('empty.waves.title')}
              actions={<LinkButton href={base}>{t('empty.toPick')}</LinkButton>}
            >
              {t('empty.waves.body')}
            </EmptyState>
          )
        }
      />
    </>
  );
}
