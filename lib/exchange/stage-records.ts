import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { invalid } from '@/lib/core/errors';
import { uuidOf } from '@/lib/core/ids';
import { plainArray } from '@/lib/core/plain-array';
import { seal } from '@/lib/core/seal';
import { advance, type ImportRef } from './import-ref';
import { readRecords } from './read-records';
import { columnsOf } from './read-rows';

type Waiting = { row: number; cells: string[] };

/** Keeps the rows of a file of products, customers, prices or stock as they are, from where an earlier run stopped. */
export async function stageRecords(
  ctx: AnyCtx,
  from: ImportRef,
  path: string,
  size: number,
  tell: (ref: ImportRef, done: number) => void,
): Promise<ImportRef> {
  allow(ctx, 'data.import');
  let ref = from;
  let batch: Waiting[] = [];
  let row = -1;
  for await (const cells of readRecords(path, from.format)) {
    row += 1;
    if (row === 0) columnsOf(from.mapping, cells);
    else if (row > ref.stagedRows) batch.push({ row, cells });
    if (batch.length < size) continue;
    ref = await keep(ctx, ref, batch);
    tell(ref, ref.stagedRows);
    if (ref.paused) return ref;
    batch = [];
  }
  if (row < 1) throw invalid('exchange.errors.noRows');
  return batch.length > 0 ? keep(ctx, ref, batch) : ref;
}

function keep(ctx: AnyCtx, ref: ImportRef, batch: readonly Waiting[]): Promise<ImportRef> {
  return transact(ctx, async (ctx) => {
    const next = await advance(ctx, ref, { stagedRows: batch.at(-1)?.row ?? ref.stagedRows });
    await ctx.raw(
      `insert into import_records (store_id, import_id, "row", cells)
       select $1::uuid, $2::uuid, r.n, r.cells::bytea from unnest($3::int[], $4::text[]) as r(n, cells)`,
      [
        uuidOf(ctx.store.id),
        uuidOf(ref.id),
        plainArray(batch.map(({ row }) => row)),
        // The driver takes no arrays of bytes: they travel as Postgres writes them.
        batch.map(({ cells }) => `\\x${seal(JSON.stringify(cells)).toString('hex')}`),
      ],
    );
    return next;
  });
}
