import { and, eq } from 'drizzle-orm';
import { memberships, users } from '@/db/schema/access';
import { bulkRuns } from '@/db/schema/bulk';
import { allow } from '@/lib/access/allow';
import { staffActor } from '@/lib/access/staff-actor';
import type { Actor } from '@/lib/core/actor';
import { type AnyCtx, pgCode, read, type TxCtx, transact } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { type Id, idOf, type UserId, uuidOf } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { record } from '@/lib/events/record';
import type { PortOf } from '@/lib/orders/refund-parts';
import type { BulkStatus } from './bulk-state';
import { type BulkRow, doRow, type Outcome, type Work } from './do-row';

/**
 * Works through a run, one order per transaction, as whoever started it and with what they may do now. What became of
 * an order is written in the transaction of the act: killed anywhere, the run goes on where it was, and nothing twice.
 */
export async function runBulk(ctx: AnyCtx, runId: Id<'blk'>, portOf: PortOf): Promise<void> {
  allow(ctx, 'order.read');
  const run = await read(ctx, (ctx) => readRun(ctx, runId));
  if (run?.status !== 'running') return;
  const { action, options, startedBy } = run;
  const actor = await read(ctx, (ctx) => actorOf(ctx, startedBy));
  if (!actor) return endRun(ctx, runId, 'stopped');
  const acting = { ...ctx, actor };
  const work = { action, options, portOf };
  for (;;) {
    const found = await transact(acting, (inner) => nextRow(inner, runId, work));
    if (!found) break;
  }
  await endRun(acting, runId, 'finished');
}

async function readRun(ctx: TxCtx, runId: Id<'blk'>) {
  const [run] = await ctx.db
    .select({
      action: bulkRuns.action,
      options: bulkRuns.options,
      status: bulkRuns.status,
      startedBy: bulkRuns.startedBy,
    })
    .from(bulkRuns)
    .where(and(eq(bulkRuns.storeId, ctx.store.id), eq(bulkRuns.id, runId)));
  return run;
}

/** The person as they are now: null when they left the store. */
async function actorOf(ctx: TxCtx, userId: UserId): Promise<Actor | null> {
  const [person] = await ctx.db
    .select({ userId: users.id, name: users.name, role: memberships.role, limits: memberships.limits })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.storeId, ctx.store.id),
        eq(memberships.userId, userId),
        eq(memberships.active, true),
      ),
    );
  return person ? staffActor(person) : null;
}

const NEXT = `select position, order_id, act_id from bulk_rows
  where store_id = $1::uuid and run_id = $2::uuid and outcome = 'waiting' order by position limit 1 for update skip locked`;

async function nextRow(ctx: TxCtx, runId: Id<'blk'>, work: Work): Promise<boolean> {
  const key = [uuidOf(ctx.store.id), uuidOf(runId)];
  const [row] = await ctx.raw(NEXT, key);
  if (!row) return false;
  const told = await attempt(
    ctx,
    { orderId: idOf('ord', String(row.order_id)), actId: String(row.act_id) },
    work,
  );
  const why = told.outcome === 'done' ? null : told;
  await ctx.raw(
    `update bulk_rows set outcome = $4::text, reason = $5::text, reason_params = $6::jsonb, attempts = attempts + 1,
      done_at = $7::timestamptz where store_id = $1::uuid and run_id = $2::uuid and position = $3::int`,
    [
      ...key,
      row.position,
      told.outcome,
      why?.reason ?? null,
      why ? JSON.stringify(why.params) : null,
      ctx.now.toISOString(),
    ],
  );
  return true;
}

const RACES: ReadonlySet<string> = new Set(['40001', '40P01']);
/** What the order says of itself; anything else may go another time. */
const SKIPS: ReadonlySet<string> = new Set(['CONFLICT', 'INVALID', 'NOT_FOUND']);

/** A refusal is undone to its savepoint and told; a lost race ends the transaction, which is run again. */
async function attempt(ctx: TxCtx, row: BulkRow, work: Work): Promise<Outcome> {
  try {
    return await transact(ctx, (inner) => doRow(inner, row, work));
  } catch (error) {
    if (error instanceof DomainError) {
      const outcome = SKIPS.has(error.code) ? 'skipped' : 'failed';
      return { outcome, reason: error.key, params: error.details.params ?? {} };
    }
    const code = pgCode(error) ?? '';
    if (RACES.has(code) || code === '') throw error;
    log().error({ err: error, orderId: row.orderId }, 'an order of a bulk run broke');
    return { outcome: 'failed', reason: 'bulk.skips.broke', params: {} };
  }
}

/** Ends a run none of whose rows waits any more; once, whoever comes first. */
async function endRun(ctx: AnyCtx, runId: Id<'blk'>, status: BulkStatus): Promise<void> {
  await transact(ctx, async (ctx) => {
    const ended = await ctx.raw(
      `update bulk_runs r set status = $3::text, finished_at = $4::timestamptz
       where store_id = $1::uuid and id = $2::uuid and status = 'running' and ($3::text = 'stopped' or not exists (
         select 1 from bulk_rows w where w.store_id = r.store_id and w.run_id = r.id and w.outcome = 'waiting')) returning 1`,
      [uuidOf(ctx.store.id), uuidOf(runId), status, ctx.now.toISOString()],
    );
    if (ended.length > 0) await record(ctx, 'bulk.ended', runId, { status });
  });
}

/** Goes on with every run that was left in the middle; returns how many. */
export async function resumeBulk(ctx: AnyCtx, portOf: PortOf): Promise<number> {
  allow(ctx, 'order.read');
  const left = await read(ctx, (ctx) =>
    ctx.db
      .select({ id: bulkRuns.id })
      .from(bulkRuns)
      .where(and(eq(bulkRuns.storeId, ctx.store.id), eq(bulkRuns.status, 'running')))
      .limit(20),
  );
  for (const { id } of left) await runBulk(ctx, id, portOf);
  return left.length;
}
