import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';

/** The next number of a kind that is rarely asked for, taken within the caller's transaction: no gaps, from 1. */
export async function nextNumber(ctx: TxCtx, kind: string): Promise<number> {
  const [row] = await ctx.raw(
    `insert into number_leases (store_id, kind, next) values ($1::uuid, $2::text, 2)
     on conflict (store_id, kind) do update set next = number_leases.next + 1 returning next - 1 as number`,
    [uuidOf(ctx.store.id), kind],
  );
  invariant(row, `a number of kind ${kind}`);
  return Number(row.number);
}
