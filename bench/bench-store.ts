import postgres from 'postgres';
import { importProducts } from '@/lib/catalog/import-products';
import { type Ctx, transact } from '@/lib/core/ctx';
import { type Id, newId, uuidOf, type WarehouseId } from '@/lib/core/ids';
import { insertCustomer } from '@/lib/customers/insert-customer';
import { createWarehouse } from '@/lib/stock/create-warehouse';
import { addTaxRate } from '@/lib/stores/add-tax-rate';
import { createShippingMethod } from '@/lib/stores/create-shipping-method';
import { ctxOf, type FreshStore, freshStore, insertStore } from '@/test/fresh-store';

export const SKUS = 10_000;
export const KNOWN_CUSTOMERS = 2_000;
const BATCH = 1_000;
const FILLED = 'products, variants, product_search, stock_levels, customers, customer_search';

export type BenchStore = {
  fresh: FreshStore;
  shippingMethodId: Id<'shm'>;
  warehouseId: WarehouseId;
  /** A request's own context, at its own moment. */
  ctx: () => Ctx;
};

export const skuOf = (n: number) => `BENCH-${String(n).padStart(5, '0')}`;
export const knownEmail = (n: number) => `known.${n}@shop.example`;

/** A store ready to sell: one warehouse, a tax rate, a shipping method; nothing on the shelves. */
export async function openStore(slug: string): Promise<BenchStore> {
  const fresh = freshStore({ slug, name: slug });
  const ctx = () => ctxOf(fresh, 'owner', new Date());
  await transact(ctx(), (inner) => insertStore(inner, fresh));
  const { warehouseId } = await createWarehouse(ctx(), {
    code: 'LEEDS',
    name: 'Leeds',
    country: 'GB',
    city: 'Leeds',
  });
  await addTaxRate(ctx(), {
    taxClass: 'standard',
    country: 'GB',
    name: 'VAT',
    ratePpm: 200_000,
    validFrom: '2020-01-01',
  });
  const { methodId } = await createShippingMethod(ctx(), {
    name: 'Royal Mail Tracked 48',
    carrier: 'Royal Mail',
    priceMinor: 395,
    freeFromMinor: null,
    countries: ['GB'],
    transitDaysMin: 2,
    transitDaysMax: 3,
  });
  return { fresh, warehouseId, shippingMethodId: methodId, ctx };
}

/** A store of 10,000 SKUs with plenty of stock, and some customers it has met before. */
export async function makeBenchStore(ownerUrl: string): Promise<BenchStore> {
  const store = await openStore('bench');
  await addProducts(store.ctx);
  await addCustomers(store.ctx);
  await fillShelves(ownerUrl, store.fresh, store.warehouseId);
  return store;
}

async function addProducts(ctx: () => Ctx): Promise<void> {
  for (let from = 0; from < SKUS; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, i) => from + i);
    const products = batch.map((n) => ({
      sku: skuOf(n),
      title: `Stoneware mug ${n}`,
      priceE4: 40_000 + n * 100,
    }));
    await transact(ctx(), (inner) => importProducts(inner, products));
  }
}

async function addCustomers(ctx: () => Ctx): Promise<void> {
  for (let from = 0; from < KNOWN_CUSTOMERS; from += BATCH) {
    await transact(ctx(), (inner) =>
      Promise.all(
        Array.from({ length: BATCH }, (_, i) =>
          insertCustomer(inner, {
            id: newId('cus'),
            name: `Known Buyer ${from + i}`,
            email: knownEmail(from + i),
            phone: '+44 7700 900412',
            country: 'GB',
          }),
        ),
      ),
    );
  }
}

async function fillShelves(url: string, { store }: FreshStore, warehouseId: WarehouseId): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(
      `insert into stock_levels (store_id, warehouse_id, variant_id, available)
       select store_id, $2::uuid, id, 1000000000 from variants where store_id = $1::uuid`,
      [uuidOf(store.id), uuidOf(warehouseId)],
    );
    // Only what is filled: a statistic that says "empty" would have the first orders planned without indexes.
    await sql.unsafe(`vacuum analyze ${FILLED}`).simple();
  } finally {
    await sql.end({ timeout: 5 });
  }
}
