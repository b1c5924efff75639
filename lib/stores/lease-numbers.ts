import type { AnyCtx, TxCtx } from '@/lib/core/ctx';
import { transact } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';

type Lease = { free: number[]; takenAt: number; block: number };

const MAX_BLOCK = 64;
const BUSY_WITHIN_MS = 1000;
const leases = new Map<string, Lease>();
const pending = new Map<string, Promise<void>>();

/**
 * The next human number of a kind ('order'), leased before the caller's transaction begins, so that it never waits
 * for another order. A quiet store leases one at a time; a busy one in growing blocks. Gaps may remain, duplicates not.
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
  return transact(ctx, (ctx) => advance(ctx, kind, size));
}

/** A number whose order was not placed after all goes to the next one. */
export function returnNumber(ctx: AnyCtx, kind: string, number: number): void {
  if (ctx.db !== 'closed') return;
  leases.get(`${ctx.store.id}|${kind}`)?.free.unshift(number);
}

function refill(ctx: AnyCtx, key: string, kind: string): Promise<void> {
  const running = pending.get(key);
  if (running !== undefined) return running;
  const run = (async () => {
    const known = leases.get(key);
    const busy = known !== undefined && ctx.now.getTime() - known.takenAt < BUSY_WITHIN_MS;
    const block = busy ? Math.min(known.block * 2, MAX_BLOCK) : 1;
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
