import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { type Id, idOf, type OrderId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import type { BulkAction, BulkOutcome, BulkStatus } from './bulk-state';

const ROWS_PER_PAGE = 50;

export type BulkRunShown = {
  id: Id<'blk'>;
  action: BulkAction;
  options: Record<string, string>;
  status: BulkStatus;
  by: string;
  total: number;
  undoes: boolean;
  createdAt: Date;
  finishedAt: Date | null;
  counts: Record<BulkOutcome, number>;
};
export type BulkRowShown = {
  position: number;
  orderId: OrderId;
  number: number | null;
  customerName: string;
  outcome: BulkOutcome;
  reason: { key: string; params: Record<string, string | number> } | null;
};

const RUNS = `select r.id, r.action, r.options, r.status, u.name, r.total, r.undoes is not null as undoes, r.created_at, r.finished_at,
    c.waiting, c.done, c.skipped, c.failed
  from (select id, store_id, action, options, status, started_by, total, undoes, created_at, finished_at
    from bulk_runs
    where store_id = $1::uuid and ($2::uuid is null or id = $2::uuid) order by created_at desc, id desc limit $3::int) r
  join users u on u.id = r.started_by
  cross join lateral (select count(*) filter (where outcome = 'waiting') as waiting,
      count(*) filter (where outcome = 'done') as done, count(*) filter (where outcome = 'skipped') as skipped,
      count(*) filter (where outcome = 'failed') as failed
    from bulk_rows w where w.store_id = r.store_id and w.run_id = r.id) c
  order by r.created_at desc, r.id desc`;

type RunRow = Omit<BulkRunShown, 'id' | 'by' | 'createdAt' | 'finishedAt' | 'counts'> &
  Record<BulkOutcome, number> & {
    id: string;
    name: Uint8Array;
    created_at: Date | string;
    finished_at: Date | string | null;
  };

function shown({
  id,
  name,
  created_at,
  finished_at,
  waiting,
  done,
  skipped,
  failed,
  ...run
}: RunRow): BulkRunShown {
  return {
    ...run,
    id: idOf('blk', id),
    by: unseal(name),
    createdAt: new Date(created_at),
    finishedAt: finished_at ? new Date(finished_at) : null,
    counts: {
      waiting: Number(waiting),
      done: Number(done),
      skipped: Number(skipped),
      failed: Number(failed),
    },
  };
}

/** The latest runs, newest first. */
export async function listBulk(ctx: AnyCtx): Promise<BulkRunShown[]> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) =>
    rowsAs<RunRow>(await ctx.raw(RUNS, [uuidOf(ctx.store.id), null, 25])).map(shown),
  );
}

const ROWS = `select w.position, w.order_id, o.number, o.customer_name, w.outcome, w.reason, w.reason_params
  from bulk_rows w join orders o on o.store_id = w.store_id and o.id = w.order_id
  where w.store_id = $1::uuid and w.run_id = $2::uuid and w.position > $3::int and ($4::text is null or w.outcome = $4::text)
  order by w.position limit ${ROWS_PER_PAGE + 1}`;

type OrderRow = {
  position: number;
  order_id: string;
  number: number | null;
  customer_name: Uint8Array | null;
  outcome: BulkOutcome;
  reason: string | null;
  reason_params: Record<string, string | number> | null;
};

/** One run and a page of its orders, in the order they were found. */
export async function getBulk(
  ctx: AnyCtx,
  input: { runId: Id<'blk'>; outcome?: BulkOutcome | null; after?: number },
): Promise<{ run: BulkRunShown; rows: BulkRowShown[]; nextAfter: number | null }> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const key = [uuidOf(ctx.store.id), uuidOf(input.runId)];
    const [runs, found] = await Promise.all([
      ctx.raw(RUNS, [...key, 1]),
      ctx.raw(ROWS, [...key, input.after ?? 0, input.outcome ?? null]),
    ]);
    const [run] = rowsAs<RunRow>(runs);
    if (!run) throw notFound('bulk.errors.notFound');
    const rows = rowsAs<OrderRow>(found);
    const page = rows.slice(0, ROWS_PER_PAGE).map(
      (row): BulkRowShown => ({
        position: row.position,
        orderId: idOf('ord', row.order_id),
        number: row.number,
        customerName: row.customer_name ? unseal(row.customer_name) : '',
        outcome: row.outcome,
        reason: row.reason ? { key: row.reason, params: row.reason_params ?? {} } : null,
      }),
    );
    return {
      run: shown(run),
      rows: page,
      nextAfter: rows.length > ROWS_PER_PAGE ? (page.at(-1)?.position ?? null) : null,
    };
  });
}
