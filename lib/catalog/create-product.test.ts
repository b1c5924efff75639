import { and, asc, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { productSearch, products, variants } from '@/db/schema/catalog';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { nameTokens } from '@/lib/core/search-tokens';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { MUG, someProduct } from '@/test/some-product';
import { createProduct, createProductInput } from './create-product';

const counted = async (ctx: TxCtx) => [await ctx.db.$count(products), await ctx.db.$count(variants)];

describe('createProduct', () => {
  test('makes the product, its variants in order, its words and one event', async ({ ctx }) => {
    const made = await createProduct(ctx, MUG);
    const rows = await ctx.db
      .select({ id: variants.id, sku: variants.sku, skuKey: variants.skuKey, priceE4: variants.priceE4 })
      .from(variants)
      .where(and(eq(variants.storeId, ctx.store.id), eq(variants.productId, made.productId)))
      .orderBy(asc(variants.position));
    expect(rows).toEqual([
      { id: made.variantIds[0], sku: 'HH-MUG-OAT', skuKey: 'hh-mug-oat', priceE4: 180_000 },
      { id: made.variantIds[1], sku: 'HH-MUG-SEA', skuKey: 'hh-mug-sea', priceE4: 180_000 },
    ]);
    expect(await eventsOf(ctx)).toEqual([['product.created', { productId: made.productId, variants: 2 }]]);
    const [stone] = nameTokens(ctx.store.id, 'st');
    expect(
      await ctx.db.$count(
        productSearch,
        and(eq(productSearch.storeId, ctx.store.id), eq(productSearch.token, stone ?? 0n)),
      ),
    ).toBe(1);
  });

  test('the same id and content again is the same product; other content is refused', async ({ ctx }) => {
    const input = { ...MUG, id: newId('prd') };
    const first = await createProduct(ctx, input);
    expect(await createProduct(ctx, input)).toEqual(first);
    expect(await counted(ctx)).toEqual([1, 2]);
    expect(await eventsOf(ctx)).toHaveLength(1);
    await expect(createProduct(ctx, { ...input, title: 'Another' })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'catalog.errors.idTaken',
    });
  });

  test('names each SKU that is taken, however it is written, and leaves nothing behind', async ({ ctx }) => {
    await someProduct(ctx);
    const again = createProduct(ctx, {
      title: 'Copy',
      variants: [
        { sku: 'NEW-1', priceE4: 1 },
        { sku: ' hh-mug-oat ', priceE4: 1 },
      ],
    });
    await expect(again).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'catalog.errors.skuTaken',
      details: { problems: [{ pointer: '/variants/1/sku', params: { sku: 'hh-mug-oat' } }] },
    });
    expect(await counted(ctx)).toEqual([1, 2]);
  });

  test('an unknown tax class is refused in words', async ({ ctx }) => {
    const wrong = createProduct(ctx, { title: 'X', variants: [{ sku: 'X', priceE4: 1, taxClass: 'zero' }] });
    await expect(wrong).rejects.toMatchObject({ key: 'catalog.errors.unknownTaxClass' });
    expect(await counted(ctx)).toEqual([0, 0]);
  });

  test.for(['fulfilment', 'support', 'finance', 'analyst', 'stranger'] as const)(
    'is not for %s, and leaves everything untouched',
    async (role, { ctx, as }) => {
      await expect(createProduct(as(role), MUG)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await counted(ctx)).toEqual([0, 0]);
      expect(await eventsOf(ctx)).toEqual([]);
    },
  );

  test('two stores may use one SKU and do not see each other', async ({ ctx, inOtherStore }) => {
    await someProduct(ctx);
    await inOtherStore(async (other) => {
      await someProduct(other);
      expect(await counted(other)).toEqual([1, 2]);
    });
  });
});

describe('what a product must be', () => {
  test('names every problem at once', () => {
    const parsed = createProductInput.safeParse({
      title: ' ',
      variants: [
        { sku: 'A', priceE4: 1.5 },
        { sku: 'a', priceE4: -1 },
        { sku: '', priceE4: 1, weightGrams: -4 },
      ],
    });
    expect(parsed.error?.issues.map((issue) => [issue.path.join('/'), issue.message])).toEqual([
      ['title', 'catalog.errors.title'],
      ['variants/0/priceE4', 'catalog.errors.price'],
      ['variants/1/priceE4', 'catalog.errors.price'],
      ['variants/2/sku', 'catalog.errors.sku'],
      ['variants/2/weightGrams', 'catalog.errors.weight'],
    ]);
    const twice = createProductInput.safeParse({
      title: 'T',
      variants: [
        { sku: 'A', priceE4: 1 },
        { sku: ' a', priceE4: 1 },
      ],
    });
    expect(twice.error?.issues.map((issue) => issue.message)).toEqual(['catalog.errors.skuTwice']);
  });
});
