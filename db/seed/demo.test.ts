import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { images, products, variants } from '@/db/schema/catalog';
import { customers } from '@/db/schema/customers';
import { orders } from '@/db/schema/orders';
import { systemCtx } from '@/lib/access/system';
import { type Ctx, read } from '@/lib/core/ctx';
import { countViews } from '@/lib/orders/count-views';
import { recomputeOrderStatus } from '@/lib/orders/settle-order';
import { checkStock } from '@/lib/stock/check-stock';
import { getStoreBySlug } from '@/lib/stores/get-store-by-slug';
import { DEMO_SLUG, seedDemo } from './demo';
import { ownBarcode } from './demo-products';

let ctx: Ctx;
const NOW = new Date('2026-11-24T11:20:00.000Z');

beforeAll(async () => {
  await seedDemo(NOW);
  const store = await getStoreBySlug(DEMO_SLUG);
  if (!store) throw new Error('no demo store');
  ctx = systemCtx(store, 'test', NOW, 'test');
}, 120_000);

const all = () => read(ctx, (ctx) => ctx.db.select().from(orders).where(eq(orders.storeId, ctx.store.id)));

describe('the demo store', () => {
  test('is made once', async () => {
    expect(await seedDemo(NOW)).toBe('there');
  });

  test('shows an order in every state there is', async () => {
    const rows = await all();
    const of = (pick: (row: (typeof rows)[number]) => string) => [...new Set(rows.map(pick))].sort();
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(of((row) => row.status)).toEqual([
      'canceled',
      'completed',
      'confirmed',
      'delivered',
      'draft',
      'pending',
      'processing',
      'shipped',
    ]);
    expect(of((row) => row.fulfilmentStatus)).toEqual([
      'allocated',
      'backordered',
      'delivered',
      'partially_delivered',
      'partially_shipped',
      'picking',
      'shipped',
      'unfulfilled',
    ]);
    expect(of((row) => row.paymentStatus)).toEqual(
      expect.arrayContaining(['paid', 'partially_refunded', 'refunded', 'unpaid']),
    );
    expect(of((row) => row.paymentMethod)).toEqual(['bank_transfer', 'cash_on_delivery', 'invoice']);
    expect(rows.filter((row) => row.status === 'canceled')).toHaveLength(2);
    expect(await countViews(ctx)).toMatchObject({ drafts: 2 });
    const views = await countViews(ctx);
    for (const view of ['open', 'to_confirm', 'to_ship', 'late', 'unpaid'] as const) {
      expect(views[view], view).toBeGreaterThan(1);
    }
  });

  test('numbers rise with time and nothing lies in the future', async () => {
    const placed = (await all()).filter(({ number }) => number !== null);
    const byTime = [...placed].sort((a, b) => Number(a.placedAt) - Number(b.placedAt));
    const numbers = byTime.map(({ number }) => Number(number));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers[0]).toBe(1001);
    for (const { placedAt, updatedAt } of placed) {
      expect(Number(placedAt)).toBeLessThanOrEqual(Number(NOW));
      expect(Number(updatedAt)).toBeLessThanOrEqual(Number(NOW));
    }
  });

  test('adds up: stock by its movements, every order by its facts', async () => {
    expect((await checkStock(ctx)).differences).toEqual([]);
    for (const row of await all()) {
      if (row.status === 'draft') continue;
      const { facts: _, ...derived } = await read(ctx, (ctx) => recomputeOrderStatus(ctx, row.id));
      expect(row, `order ${row.number}`).toMatchObject(derived);
    }
  });

  test('has goods with pictures and codes, and people of several countries', async () => {
    const found = await read(ctx, async (ctx) => ({
      products: await ctx.db
        .select({ image: products.imageId })
        .from(products)
        .where(eq(products.storeId, ctx.store.id)),
      barcodes: await ctx.db
        .select({ code: variants.barcode })
        .from(variants)
        .where(eq(variants.storeId, ctx.store.id)),
      images: await ctx.db.select({ id: images.id }).from(images).where(eq(images.storeId, ctx.store.id)),
      people: await ctx.db
        .select({ country: customers.country })
        .from(customers)
        .where(eq(customers.storeId, ctx.store.id)),
    }));
    expect(found.products.length).toBeGreaterThanOrEqual(24);
    expect(found.images).toHaveLength(found.products.length);
    expect(found.products.every(({ image }) => image !== null)).toBe(true);
    expect(new Set(found.barcodes.map(({ code }) => code)).size).toBe(found.barcodes.length);
    expect(found.people.length).toBeGreaterThanOrEqual(30);
    expect(new Set(found.people.map(({ country }) => country)).size).toBeGreaterThanOrEqual(10);
  });
});

test('an own barcode carries its check digit', () => {
  expect(ownBarcode(1)).toBe('2000000000015');
  expect(ownBarcode(123)).toMatch(/^20\d{11}$/);
});
