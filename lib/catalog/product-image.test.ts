import sharp from 'sharp';
import { describe, expect } from 'vitest';
import { images } from '@/db/schema/catalog';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { someProduct } from '@/test/some-product';
import { getImage } from './get-image';
import { getProduct } from './get-product';
import { removeProductImage } from './remove-product-image';
import { setProductImage } from './set-product-image';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c0ffee' } });
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>';

describe('setProductImage', () => {
  test.for(['png', 'jpeg', 'webp'] as const)(
    'makes a WebP of at most 1200 px from a %s',
    async (kind, { ctx }) => {
      const { productId } = await someProduct(ctx);
      const bytes = await plain(2400, 800).toFormat(kind).toBuffer();
      const { imageId } = await setProductImage(ctx, { productId, bytes });
      const { content } = await getImage(ctx, imageId);
      expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width: 1200, height: 400 });
      expect((await getProduct(ctx, productId)).imageId).toBe(imageId);
      expect((await eventsOf(ctx, productId)).slice(1)).toEqual([
        ['product.image_changed', { productId, imageId }],
      ]);
    },
  );

  test('stands upright, forgets where it was taken, and replaces the one before', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    const bytes = await plain(30, 10)
      .jpeg()
      .withExif({ IFD0: { Copyright: 'me' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const id = newId('img');
    await setProductImage(ctx, { productId, id, bytes });
    await setProductImage(ctx, { productId, id, bytes });
    const meta = await sharp((await getImage(ctx, id)).content).metadata();
    expect([meta.width, meta.height, meta.exif]).toEqual([10, 30, undefined]);
    const next = await setProductImage(ctx, { productId, bytes: await plain(5, 5).png().toBuffer() });
    expect(await ctx.db.$count(images)).toBe(1);
    await expect(getImage(ctx, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await removeProductImage(ctx, { productId });
    await removeProductImage(ctx, { productId });
    expect(await ctx.db.$count(images)).toBe(0);
    expect((await eventsOf(ctx, productId)).slice(1).map(([, payload]) => payload.imageId)).toEqual([
      id,
      next.imageId,
      null,
    ]);
  });

  test('refuses what is no picture, in words', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    const png = await plain(50, 50).png().toBuffer();
    const bomb = await plain(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();
    const hostile: [Uint8Array, string][] = [
      [new Uint8Array(), 'imageEmpty'],
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 'imageKind'],
      [Buffer.from(SVG), 'imageKind'],
      [Buffer.from('GIF89a........'), 'imageKind'],
      [png.subarray(0, 60), 'imageBroken'],
      [Buffer.concat([png.subarray(0, 16), Buffer.from('nonsense'.repeat(20))]), 'imageBroken'],
      [Buffer.alloc(9 * 1024 * 1024, 1), 'imageTooLarge'],
      [bomb, 'imagePixels'],
    ];
    for (const [bytes, key] of hostile) {
      await expect(setProductImage(ctx, { productId, bytes })).rejects.toMatchObject({
        code: 'INVALID',
        key: `catalog.errors.${key}`,
      });
    }
    expect(await ctx.db.$count(images)).toBe(0);
    expect(await eventsOf(ctx, productId)).toHaveLength(1);
  });

  test('draws the SVG that comes with the product', async ({ ctx }) => {
    const { productId } = await someProduct(ctx);
    const { imageId } = await setProductImage(ctx, { productId, bytes: Buffer.from(SVG), trustedSvg: true });
    expect(await sharp((await getImage(ctx, imageId)).content).metadata()).toMatchObject({ width: 40 });
  });

  test('is refused to who may not, and finds no stranger', async ({ ctx, as, inOtherStore }) => {
    const { productId } = await someProduct(ctx);
    const bytes = await plain(5, 5).png().toBuffer();
    await expect(setProductImage(as('support'), { productId, bytes })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(removeProductImage(as('support'), { productId })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const { imageId } = await setProductImage(ctx, { productId, bytes });
    await expect(getImage(as('stranger'), imageId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore(async (other) => {
      await expect(setProductImage(other, { productId, bytes })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(getImage(other, imageId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
