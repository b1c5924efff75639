import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** What the sidebar says: orders with units that have not left, and whether some are late. */
export type WaitingCount = { count: number; urgent: boolean };

const CAP = 1000;
/** The sidebar stands on every page: what it says may be this old, so that pages do not pay for it. */
const KEPT_MS = 20_000;
const KEPT_STORES = 500;
const kept = new Map<string, { atMs: number; waiting: WaitingCount }>();

/** How many orders wait for the warehouse, at most twenty seconds old. One statement, if any. */
export async function countWaiting(ctx: AnyCtx): Promise<WaitingCount> {
  allow(ctx, 'order.read');
  const nowMs = ctx.now.getTime();
  const known = kept.get(ctx.store.id);
  if (known && Math.abs(nowMs - known.atMs) < KEPT_MS) return known.waiting;
  const waiting = await read(ctx, async (ctx) => {
    const [row] = await ctx.raw(
      `select count(*)::int as n, min(due) as first from (select coalesce(o.ship_by_at, o.placed_at) as due from orders o
        where o.store_id = $1::uuid and o.status in ('confirmed', 'processing') and o.held_at is null
        order by coalesce(o.ship_by_at, o.placed_at) limit ${CAP}) c`,
      [uuidOf(ctx.store.id)],
    );
    const first = typeof row?.first === 'string' || row?.first instanceof Date ? new Date(row.first) : null;
    return { count: Number(row?.n ?? 0), urgent: first !== null && first.getTime() < nowMs };
  });
  if (kept.size >= KEPT_STORES) kept.clear();
  kept.set(ctx.store.id, { atMs: nowMs, waiting });
  return waiting;
}
