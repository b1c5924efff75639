import { describe, expect } from 'vitest';
import { newId } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { MUG, oneVariant, someProduct } from '@/test/some-product';
import { someWarehouse, stocked } from '@/test/some-warehouse';
import { archiveProduct } from './archive-product';
import { archiveVariant } from './archive-variant';
import { getProduct } from './get-product';
import { getVariant } from './get-variant';
import { listProducts } from './list-products';
import { searchVariants, variantFacts } from './search-variants';

describe('listProducts', () => {
  test('says what a row needs, and counts the views', async ({ ctx, as, inOtherStore }) => {
    const { productId, first } = await someProduct(ctx, {
      variants: [
        { sku: 'A', priceE4: 100_000 },
        { sku: 'B', priceE4: 250_000 },
        { sku: 'C', priceE4: 10 },
      ],
    });
    const warehouseId = await someWarehouse(ctx);
    await stocked(ctx, first, warehouseId, 12);
    const { variants } = await getProduct(ctx, productId);
    const last = variants[2];
    if (last) await archiveVariant(ctx, { variantId: last.variantId });
    const gone = await oneVariant(ctx, 'GONE');
    await archiveProduct(ctx, gone);
    const list = await listProducts(as('analyst'), { view: 'active' });
    expect(list.products).toEqual([
      {
        productId,
        title: 'Stoneware mug',
        vendor: 'Heath',
        imageId: null,
        status: 'active',
        variants: 2,
        priceFromE4: 100_000,
        priceToE4: 250_000,
        available: 12,
        updatedAt: ctx.now,
      },
    ]);
    expect(list.counts).toEqual({ all: 2, active: 1, draft: 0, archived: 1 });
    expect((await listProducts(ctx, { view: 'bent' as never })).products).toHaveLength(2);
    await expect(listProducts(as('stranger'), {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      expect(await listProducts(other, { text: 'stoneware' })).toMatchObject({
        products: [],
        counts: { all: 0 },
      });
      await expect(getProduct(other, productId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(getVariant(other, first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(await variantFacts(other, [first])).toEqual(new Map());
    });
  });

  test('pages both ways, with and without a search', async ({ ctx, at }) => {
    for (let n = 1; n <= 5; n++) {
      const later = at(new Date(ctx.now.getTime() + n * 1000));
      await oneVariant(later, `P-${n}`);
    }
    const skus = (list: Awaited<ReturnType<typeof listProducts>>) =>
      list.products.map((p) => p.title.slice(-1)).join('');
    for (const text of ['', 'thing', 'thing p']) {
      const first = await listProducts(ctx, { text, size: 2 });
      const second = await listProducts(ctx, { text, size: 2, cursor: first.after });
      const third = await listProducts(ctx, { text, size: 2, cursor: second.after });
      expect([first, second, third].map(skus)).toEqual(['54', '32', '1']);
      expect(skus(await listProducts(ctx, { text, size: 2, cursor: third.before }))).toBe('32');
    }
  });
});

describe('getProduct and getVariant', () => {
  test('show variants, stock per warehouse, and what may be done', async ({ ctx }) => {
    const { productId, first, second } = await someProduct(ctx);
    const leeds = await someWarehouse(ctx, { priority: 2 });
    const rotterdam = await someWarehouse(ctx, { code: 'RTM', name: 'Rotterdam', priority: 1 });
    await stocked(ctx, first, leeds, 4);
    await stocked(ctx, first, rotterdam, 3);
    const product = await getProduct(ctx, productId);
    expect(product.warehouses.map((house) => house.name)).toEqual(['Rotterdam', 'Leeds']);
    expect(product.variants).toMatchObject([
      { variantId: first, available: [3, 4], onHand: 7 },
      { variantId: second, available: [0, 0], onHand: 0 },
    ]);
    expect(product.actions).toMatchObject({
      activate: { allowed: false, blocks: [{ key: 'catalog.blocks.alreadyActive' }] },
      archive: { allowed: true },
    });
    expect(await getVariant(ctx, first)).toMatchObject({
      productTitle: 'Stoneware mug',
      sku: 'HH-MUG-OAT',
      taxClassName: 'Standard',
      imageId: null,
      archive: { allowed: true },
      siblings: [{ variantId: first }, { variantId: second }],
    });
    await archiveVariant(ctx, { variantId: second });
    expect((await getVariant(ctx, first)).archive.blocks).toEqual([
      { key: 'catalog.blocks.lastVariant', clear: 'product.archive' },
    ]);
    await expect(getProduct(ctx, newId('prd'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('searchVariants', () => {
  test('a scanned code is that variant alone; words rank the variant that carries them', async ({ ctx }) => {
    const { first, second } = await someProduct(ctx);
    await oneVariant(ctx, 'OTHER');
    const skus = async (text: string) => (await searchVariants(ctx, { text })).variants.map((v) => v.sku);
    expect(await skus('5012345678900')).toEqual(['HH-MUG-OAT']);
    expect(await skus('hhmugsea')).toEqual(['HH-MUG-SEA']);
    expect(await skus('sea mu')).toEqual(['HH-MUG-SEA', 'HH-MUG-OAT']);
    expect(await skus('hh-mu')).toEqual(['HH-MUG-OAT', 'HH-MUG-SEA']);
    expect(await skus('stone zzz')).toEqual([]);
    expect(await skus('')).toHaveLength(3);
    const warehouseId = await someWarehouse(ctx);
    await stocked(ctx, second, warehouseId, 6);
    const facts = await variantFacts(ctx, [first, second, newId('var')]);
    expect(facts.get(second)).toEqual({
      variantId: second,
      productId: facts.get(first)?.productId,
      productTitle: MUG.title,
      variantTitle: 'Sea',
      title: 'Stoneware mug, Sea',
      sku: 'HH-MUG-SEA',
      barcode: '',
      priceE4: 180_000,
      costE4: null,
      taxClass: 'standard',
      weightGrams: 410,
      imageId: null,
      available: 6,
      backorderLeft: 0,
      sellable: true,
    });
    expect(facts.size).toBe(2);
  });
});
