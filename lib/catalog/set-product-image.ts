import { z } from 'zod';
import { images } from '@/db/schema/catalog';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { type EncodedImage, encodeImage } from './encode-image';
import { lockProduct } from './lock-product';
import { dropImage, showImage } from './show-image';

export const setProductImageInput = z.object({
  productId: idInput('prd'),
  /** The picture's own id from the form: the same upload sent twice is one picture. */
  id: idInput('img').optional(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: 'catalog.errors.imageEmpty' }),
});
export type SetProductImageInput = z.input<typeof setProductImageInput> & { trustedSvg?: boolean };

/** Gives a product its picture; the one before is dropped. Decoding happens before the transaction begins. */
export async function setProductImage(
  ctx: AnyCtx,
  { trustedSvg, ...input }: SetProductImageInput,
): Promise<{ imageId: Id<'img'> }> {
  allow(ctx, 'product.write');
  const { productId, bytes, id } = setProductImageInput.parse(input);
  const encoded = await encodeImage(bytes, { trustedSvg: trustedSvg ?? false });
  const imageId = id ?? newId('img');
  return transact(ctx, async (ctx) => {
    const { imageId: before } = await lockProduct(ctx, productId);
    if (before === imageId) return { imageId };
    await insertImage(ctx, imageId, encoded);
    await showImage(ctx, productId, imageId);
    await Promise.all([
      before ? dropImage(ctx, before) : null,
      record(ctx, 'product.image_changed', productId, { productId, imageId }),
    ]);
    return { imageId };
  });
}

async function insertImage(ctx: TxCtx, id: Id<'img'>, image: EncodedImage): Promise<void> {
  await ctx.db
    .insert(images)
    .values({ storeId: ctx.store.id, id, ...image, createdAt: ctx.now })
    .onConflictDoNothing();
}
