import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { oneVariant, someProduct } from '@/test/some-product';
import { activateProduct } from './activate-product';
import { addVariant } from './add-variant';
import { archiveProduct } from './archive-product';
import { archiveVariant } from './archive-variant';
import { editProduct } from './edit-product';
import { editVariant } from './edit-variant';
import { restoreVariant } from './restore-variant';
import { searchVariants } from './search-variants';

const found = async (ctx: TxCtx, text: string) =>
  (await searchVariants(ctx, { text })).variants.map((variant) => variant.sku);
const facts = { title: 'Porcelain cup', description: 'Thin', vendor: 'Heath', category: 'Kitchen' };
const variantFacts = { title: 'Oat', sku: 'CUP-1', barcode: '', priceE4: 190_000, taxClass: 'standard' };

describe('editProduct', () => {
  test('writes what changed, names it, and is found by the new words only', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    expect(await editProduct(ctx, { productId, version: 1, ...facts })).toEqual({ productId, version: 2 });
    expect((await eventsOf(ctx, productId)).at(-1)).toEqual([
      'product.edited',
      { productId, fields: ['title', 'description'] },
    ]);
    expect(await found(ctx, 'porcel')).toEqual(['HH-MUG-OAT', 'HH-MUG-SEA']);
    expect(await found(ctx, 'stoneware')).toEqual([]);
  });

  test('a lost race is refused; the same change again changes nothing', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    await editProduct(ctx, { productId, version: 1, ...facts });
    await expect(editProduct(ctx, { productId, version: 1, ...facts, title: 'Mine' })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'catalog.errors.productChanged',
    });
    expect(await editProduct(ctx, { productId, version: 1, ...facts })).toEqual({ productId, version: 2 });
    expect(await eventsOf(ctx, productId)).toHaveLength(2);
  });

  test('is refused to who may not, and finds no stranger', async ({ ctx, as, inOtherStore }) => {
    const { productId } = await someProduct(ctx);
    const input = { productId, version: 1, ...facts };
    await expect(editProduct(as('analyst'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore((other) =>
      expect(editProduct(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    expect(await eventsOf(ctx, productId)).toHaveLength(1);
  });
});

describe('activateProduct and archiveProduct', () => {
  test('go there and back, once each', async ({ ctx }) => {
    const { productId } = await someProduct(ctx, { status: 'draft' });
    await activateProduct(ctx, { productId });
    await activateProduct(ctx, { productId });
    await archiveProduct(ctx, { productId });
    expect((await eventsOf(ctx, productId)).map(([type]) => type)).toEqual([
      'product.created',
      'product.activated',
      'product.archived',
    ]);
    expect(await found(ctx, 'stoneware')).toEqual([]);
  });

  test('a product without an active variant is not offered', async ({ ctx }) => {
    const { productId, first, second } = await someProduct(ctx, { status: 'draft' });
    await archiveVariant(ctx, { variantId: first });
    await archiveVariant(ctx, { variantId: second });
    await expect(activateProduct(ctx, { productId })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'catalog.blocks.noActiveVariant',
    });
  });

  test('are refused to who may not, and find no stranger', async ({ ctx, as, inOtherStore }) => {
    const { productId } = await someProduct(ctx);
    await expect(archiveProduct(as('support'), { productId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore((other) =>
      expect(archiveProduct(other, { productId })).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    expect(await eventsOf(ctx, productId)).toHaveLength(1);
  });
});

describe('addVariant', () => {
  test('stands last, is found, and the same id twice is one', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    const id = newId('var');
    const input = { productId, id, title: 'Night blue', sku: 'HH-MUG-BLU', priceE4: 185_000 };
    expect(await addVariant(ctx, input)).toEqual({ variantId: id });
    expect(await addVariant(ctx, input)).toEqual({ variantId: id });
    expect((await eventsOf(ctx, productId)).slice(1)).toEqual([
      ['variant.created', { variantId: id, sku: 'HH-MUG-BLU' }],
    ]);
    expect(await found(ctx, 'night')).toContain('HH-MUG-BLU');
    await expect(addVariant(ctx, { ...input, sku: 'OTHER' })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('a taken SKU, a stranger and a role without the permission are refused', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { productId } = await someProduct(ctx);
    await expect(addVariant(ctx, { productId, sku: 'hh-mug-oat', priceE4: 1 })).rejects.toMatchObject({
      key: 'catalog.errors.skuTaken',
    });
    await expect(addVariant(as('finance'), { productId, sku: 'N', priceE4: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await inOtherStore((other) =>
      expect(addVariant(other, { productId, sku: 'N', priceE4: 1 })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      }),
    );
    expect(await eventsOf(ctx, productId)).toHaveLength(1);
  });
});

describe('editVariant', () => {
  test('writes what changed and rewrites the words', async ({ ctx }) => {
    const { productId, first } = await someProduct(ctx);
    expect(await editVariant(ctx, { variantId: first, version: 1, ...variantFacts })).toEqual({
      variantId: first,
      version: 2,
    });
    expect((await eventsOf(ctx, productId)).at(-1)).toEqual([
      'variant.edited',
      { variantId: first, fields: ['sku', 'barcode', 'priceE4', 'costE4'] },
    ]);
    expect(await found(ctx, 'CUP-1')).toEqual(['CUP-1']);
    expect(await found(ctx, '5012345678900')).toEqual([]);
  });

  test('a lost race, a taken SKU, a stranger, a role without the permission', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { first } = await someProduct(ctx);
    const input = { variantId: first, version: 1, ...variantFacts };
    await oneVariant(ctx, 'TAKEN');
    await expect(editVariant(ctx, { ...input, sku: 'taken' })).rejects.toMatchObject({
      key: 'catalog.errors.skuTaken',
      details: { problems: [{ pointer: '/sku' }] },
    });
    await expect(editVariant(ctx, { ...input, version: 7 })).rejects.toMatchObject({
      key: 'catalog.errors.variantChanged',
    });
    await expect(editVariant(as('support'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore((other) =>
      expect(editVariant(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    expect(await found(ctx, 'HH-MUG-OAT')).toEqual(['HH-MUG-OAT']);
  });
});

describe('archiveVariant and restoreVariant', () => {
  test('an archived variant is not offered until it is restored', async ({ ctx }) => {
    const { productId, first } = await someProduct(ctx);
    await archiveVariant(ctx, { variantId: first });
    await archiveVariant(ctx, { variantId: first });
    expect(await found(ctx, 'stoneware')).toEqual(['HH-MUG-SEA']);
    await restoreVariant(ctx, { variantId: first });
    expect(await found(ctx, 'stoneware')).toEqual(['HH-MUG-OAT', 'HH-MUG-SEA']);
    expect((await eventsOf(ctx, productId)).slice(1)).toEqual([
      ['variant.archived', { variantId: first }],
      ['variant.restored', { variantId: first }],
    ]);
  });

  test('the last variant of an active product stays', async ({ ctx }) => {
    const { variantId } = await oneVariant(ctx, 'ONLY');
    await expect(archiveVariant(ctx, { variantId })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'catalog.blocks.lastVariant',
    });
  });

  test('are refused to who may not, and find no stranger', async ({ ctx, as, inOtherStore }) => {
    const { first } = await someProduct(ctx);
    const input = { variantId: first };
    await expect(archiveVariant(as('analyst'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(restoreVariant(as('analyst'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore((other) =>
      expect(archiveVariant(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
  });
});
