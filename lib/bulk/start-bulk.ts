import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { bulkRuns } from '@/db/schema/bulk';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invalid } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, uuidOf } from '@/lib/core/ids';
import { Params } from '@/lib/core/params';
import { record } from '@/lib/events/record';
import { HOLD_REASONS } from '@/lib/orders/hold-state';
import { CANCEL_REASONS } from '@/lib/orders/order-state';
import { type OrderListQuery, parseOrderList } from '@/lib/orders/order-views';
import { listWhere, momentOf } from '@/lib/orders/order-where';
import { planList, searchMatches } from '@/lib/orders/search-orders';
import { BULK_MOST, BULK_PERMISSION, type BulkAction } from './bulk-state';

const tag = z.object({ tag: z.string().trim().min(1, { error: 'bulk.errors.tagNeeded' }).max(40) });
const none = z.object({});

/** What each action needs besides the orders. */
const act = z.discriminatedUnion('action', [
  z.object({ action: z.literal('confirm'), options: none }),
  z.object({ action: z.literal('tag'), options: tag }),
  z.object({ action: z.literal('untag'), options: tag }),
  z.object({ action: z.literal('hold'), options: z.object({ reason: z.enum(HOLD_REASONS) }) }),
  z.object({ action: z.literal('release'), options: none }),
  z.object({ action: z.literal('markPaid'), options: none }),
  z.object({
    action: z.literal('ship'),
    options: z.object({ carrier: z.string().trim().min(1, { error: 'bulk.errors.carrierNeeded' }).max(80) }),
  }),
  z.object({ action: z.literal('cancel'), options: z.object({ reason: z.enum(CANCEL_REASONS) }) }),
]);

export const startBulkInput = z.object({
  /** Made by the form: the same id twice is one run. */
  runId: idInput('blk'),
  act,
  /** The ticked orders, or everything a list's address finds now. */
  orders: z.union([
    z.object({ ids: z.array(idInput('ord')).min(1).max(1_000) }),
    z.object({ search: z.string().max(6_000) }),
  ]),
});
export type StartBulkInput = z.output<typeof startBulkInput>;

/** Writes down which orders are meant, now; a job works through them. */
export async function startBulk(ctx: AnyCtx, input: StartBulkInput): Promise<{ total: number }> {
  allow(ctx, BULK_PERMISSION[input.act?.action]);
  return transact(ctx, async (ctx) => {
    const { runId } = input;
    const { action, options } = input.act;
    if (!(await openRun(ctx, { runId, action, options, undoes: null }))) return { total: 0 };
    const staged =
      'ids' in input.orders
        ? await stageTicked(ctx, runId, input.orders.ids)
        : await stageFound(
            ctx,
            runId,
            parseOrderList(Object.fromEntries(new URLSearchParams(input.orders.search))),
          );
    return { total: await beginRun(ctx, runId, action, staged) };
  });
}

type NewRun = {
  runId: Id<'blk'>;
  action: BulkAction;
  options: Record<string, string>;
  undoes: Id<'blk'> | null;
};

/** The run's row; false when it is there already. */
export async function openRun(ctx: TxCtx, { runId, action, options, undoes }: NewRun): Promise<boolean> {
  if (ctx.actor.kind !== 'staff') throw invalid('bulk.errors.byStaff');
  const made = await ctx.db
    .insert(bulkRuns)
    .values({
      storeId: ctx.store.id,
      id: runId,
      action,
      options,
      undoes,
      status: 'running',
      startedBy: ctx.actor.userId,
      total: 0,
      createdAt: ctx.now,
    })
    .onConflictDoNothing({ target: [bulkRuns.storeId, bulkRuns.id] })
    .returning({ id: bulkRuns.id });
  return made.length > 0;
}

/** Says how many it is about, and wakes the job. */
export async function beginRun(
  ctx: TxCtx,
  runId: Id<'blk'>,
  action: BulkAction,
  total: number,
): Promise<number> {
  if (total === 0) throw conflict('bulk.errors.nothing');
  if (total > BULK_MOST) throw conflict('bulk.errors.tooMany', { most: BULK_MOST });
  await ctx.db
    .update(bulkRuns)
    .set({ total })
    .where(and(eq(bulkRuns.storeId, ctx.store.id), eq(bulkRuns.id, runId)));
  await record(ctx, 'bulk.started', runId, { action, orders: total });
  return total;
}

const INTO = 'insert into bulk_rows (store_id, run_id, position, order_id, act_id)';

async function stageTicked(ctx: TxCtx, runId: Id<'blk'>, ids: readonly Id<'ord'>[]): Promise<number> {
  const rows = await ctx.raw(
    `${INTO} select o.store_id, $2::uuid, row_number() over (order by t.place), o.id, gen_random_uuid()
     from (select id, min(place) as place from unnest($3::uuid[]) with ordinality as t(id, place) group by id) t
     join orders o on o.store_id = $1::uuid and o.id = t.id returning 1`,
    [uuidOf(ctx.store.id), uuidOf(runId), ids.map(uuidOf)],
  );
  return rows.length;
}

/** Everything the list finds, in its order; one more than may be, so that too many is noticed. */
async function stageFound(ctx: TxCtx, runId: Id<'blk'>, query: OrderListQuery): Promise<number> {
  const search = await planList(ctx, query);
  if (search === null) return 0;
  const p = new Params();
  const limit = BULK_MOST + 1;
  const moment = momentOf(query.view);
  const found = search
    ? searchMatches(ctx, search, query, { cursor: null, limit }, p)
    : `select ${moment} as moment, o.id from orders o where ${listWhere(ctx, query, p)}
       order by ${moment} desc, o.id desc limit ${limit}`;
  const rows = await ctx.raw(
    `${INTO} select $1::uuid, ${p.add(uuidOf(runId), 'uuid')}, row_number() over (order by f.moment desc, f.id desc), f.id,
      gen_random_uuid() from (${found}) f returning 1`,
    p.values,
  );
  return rows.length;
}
