import { type AnyCtx, pgConstraint, type TxCtx, transact } from '@/lib/core/ctx';
import { DomainError, invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';

type Lease = { free: number[]; takenAt: number; block: number };

const MAX_BLOCK = 64;
const NUMBER_TAKEN = 'orders_number';
const leases = new Map<string, Lease>();
const pending = new Map<string, Promise<void>>();

/**
 * The next human number of a kind ('order'), leased before the caller's transaction begins, so that it never waits
 * for another order. A quiet store leases one at a time; a busy one what it needs for a second. Gaps may remain, duplicates not.
 */
export async function leaseNumber(ctx: AnyCtx, kind: string): Promise<number> {
  if (ctx.db !== 'closed') return advance(ctx, kind, 1);
  const key = `${ctx.store.id}|${kind}`;
  for (;;) {
    const number = leases.get(key)?.free.shift();
    if (number !== undefined) return number;
    await refill(ctx, key, kind);
  }
}

/** A block of numbers at once (imports). Returns the first; the rest follow. */
export async function leaseBlock(ctx: AnyCtx, kind: string, size: number): Promise<number> {
  const { first } = await transact(ctx, async (ctx) => {
    const first = advance(ctx, kind, size);
    ctx.withCommit(first);
    return { first };
  });
  return first;
}

/**
 * A number whose order was surely not placed goes to the next one. Where nobody knows (the connection broke while the
 * commit was under way), or where the number itself was taken, a gap remains: a duplicate would fail every next order.
 */
export function returnNumber(ctx: AnyCtx, kind: string, number: number, failure: unknown): void {
  if (ctx.db !== 'closed') return;
  const constraint = pgConstraint(failure);
  const otherRow = constraint !== undefined && constraint !== NUMBER_TAKEN;
  if (!otherRow && !(failure instanceof DomainError)) return;
  leases.get(`${ctx.store.id}|${kind}`)?.free.unshift(number);
}

/** What the last block's pace would use up in a second, growing no faster than twofold. */
function nextBlock({ block }: Lease, lastedMs: number): number {
  const perSecond = Math.floor((block * 1000) / Math.max(lastedMs, 1));
  return Math.max(1, Math.min(perSecond, block * 2, MAX_BLOCK));
}

function refill(ctx: AnyCtx, key: string, kind: string): Promise<void> {
  const running = pending.get(key);
  if (running !== undefined) return running;
  const run = (async () => {
    const known = leases.get(key);
    const block = known ? nextBlock(known, ctx.now.getTime() - known.takenAt) : 1;
    const first = await leaseBlock(ctx, kind, block);
    leases.set(key, {
      free: Array.from({ length: block }, (_, i) => first + i),
      takenAt: ctx.now.getTime(),
      block,
    });
  })().finally(() => pending.delete(key));
  pending.set(key, run);
  return run;
}

async function advance(ctx: TxCtx, kind: string, size: number): Promise<number> {
  const rows = await ctx.raw(
    'update number_leases set next = next + $3::bigint where store_id = $1::uuid and kind = $2::text returning next - $3::bigint as first',
    [uuidOf(ctx.store.id), kind, size],
  );
  invariant(rows[0], `a number lease of kind ${kind}`);
  return Number(rows[0].first);
}
