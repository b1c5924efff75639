import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunList } from '@/components/bulk/run-list';
import { RunRows } from '@/components/bulk/run-rows';
import { RunState } from '@/components/bulk/run-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { BULK_OUTCOMES, BULK_PERMISSION, OPPOSITE } from '@/lib/bulk/bulk-state';
import { getBulk, listBulk } from '@/lib/bulk/get-bulk';
import { isId } from '@/lib/core/ids';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { KeepLooking, RunControls } from './run-controls';

type Props = {
  params: Promise<{ store: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('bulk');
  return { title: t('title') };
}

export default async function BulkPage(props: Props) {
  const [{ store: slug }, params] = await Promise.all([props.params, props.searchParams]);
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const t = await getTranslations('bulk');
  const path = `/${slug}/bulk`;
  const clock = { now, timeZone: store.timeZone };
  const runId = params.run;
  if (!isId('blk', runId)) {
    const runs = await listBulk(ctx);
    return (
      <>
        <PageHeader title={t('title')} back={{ href: `/${slug}/orders`, label: t('page.orders') }} />
        <RunList runs={runs} hrefOf={(id) => `${path}?run=${id}`} {...clock} />
      </>
    );
  }
  const outcome = BULK_OUTCOMES.find((known) => known === params.outcome) ?? null;
  const after = Number(params.after);
  const { run, rows, nextAfter } = await orNotFound(() =>
    getBulk(ctx, { runId, outcome, after: Number.isSafeInteger(after) && after > 0 ? after : 0 }),
  );
  const href = (of: string | null, more = '') => `${path}?run=${runId}${of ? `&outcome=${of}` : ''}${more}`;
  const working = run.counts.waiting > 0 && run.finishedAt === null;
  const ended = run.finishedAt !== null && may(ctx, BULK_PERMISSION[run.action]);
  return (
    <>
      {working ? <KeepLooking /> : null}
      <PageHeader
        title={t(`did.${run.action}`, { tag: run.options.tag ?? '', carrier: run.options.carrier ?? '' })}
        back={{ href: path, label: t('page.back') }}
        actions={
          ended ? (
            <RunControls
              slug={slug}
              runId={runId}
              failed={run.counts.failed}
              undoable={run.counts.done > 0 && !run.undoes && OPPOSITE[run.action] !== undefined}
            />
          ) : null
        }
      />
      <RunState run={run} {...clock} />
      <LinkTabs
        label={t('page.outcomes')}
        tabs={[
          { href: href(null), label: t('page.all'), count: run.total, current: outcome === null },
          ...BULK_OUTCOMES.map((known) => ({
            href: href(known),
            label: t(`outcomes.${known}`),
            count: run.counts[known],
            current: known === outcome,
          })),
        ]}
      />
      <RunRows
        rows={rows}
        hrefOf={(row) => `/${slug}/orders/${row.number ?? row.orderId}`}
        moreHref={nextAfter === null ? null : href(outcome, `&after=${nextAfter}`)}
      />
    </>
  );
}
