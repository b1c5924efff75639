import { allow } from '@/lib/access/allow';
import { importProducts } from '@/lib/catalog/import-products';
import { skuKey } from '@/lib/catalog/variant-input';
import { type AnyCtx, read, transact } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';
import { chooseProductFacts, type PriceUse, type TitleUse } from './choose-product-facts';
import type { ImportRef } from './import-ref';
import { noteMade } from './note-made';
import { chargeOf } from './source-mapping';
import { takeTime } from './whole-file';

const BATCH = 500;

/** Makes the goods the rows name, in batches; SKUs already there are left alone. Safe to run again. */
export async function makeProducts(ctx: AnyCtx, ref: ImportRef): Promise<void> {
  allow(ctx, 'data.import');
  const mapping = ref.mapping;
  const { titles, prices } = await readUses(ctx, ref);
  const isGoods = (use: { sku: string }) => chargeOf(mapping, skuKey(use.sku)) === null;
  const facts = chooseProductFacts(titles.filter(isGoods), prices.filter(isGoods));
  for (let from = 0; from < facts.length; from += BATCH) {
    await transact(ctx, async (ctx) => {
      await noteMade(ctx, ref, await importProducts(ctx, facts.slice(from, from + BATCH)));
    });
  }
}

async function readUses(ctx: AnyCtx, ref: ImportRef): Promise<{ titles: TitleUse[]; prices: PriceUse[] }> {
  const key = [uuidOf(ctx.store.id), uuidOf(ref.id)];
  return read(ctx, async (ctx) => {
    await takeTime(ctx);
    const [titles, prices] = await Promise.all([
      ctx.raw<TitleUse>(TITLES, key),
      ctx.raw<PriceUse>(PRICES, key),
    ]);
    return { titles, prices };
  });
}

const TITLES = `select sku, title, count(*) filter (where unit_price_e4 > 0) as priced, count(*) as all, max(at) as "lastAt"
  from import_rows where store_id = $1::uuid and import_id = $2::uuid and sku <> '' group by sku, title`;

/** What was sold says the price; refunds and corrections do not. */
const PRICES = `select distinct on (sku) sku, unit_price_e4 as "unitPriceE4", at
  from import_rows where store_id = $1::uuid and import_id = $2::uuid and unit_price_e4 > 0 and quantity > 0
  order by sku, at desc, "row" desc`;
