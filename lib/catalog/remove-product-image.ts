import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import type { ProductId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockProduct } from './lock-product';
import { dropImage, showImage } from './show-image';

export const removeProductImageInput = z.object({ productId: idInput('prd') });

/** Takes a product's picture away. */
export async function removeProductImage(
  ctx: AnyCtx,
  input: z.input<typeof removeProductImageInput>,
): Promise<{ productId: ProductId }> {
  allow(ctx, 'product.write');
  const { productId } = removeProductImageInput.parse(input);
  return transact(ctx, async (ctx) => {
    const { imageId: before } = await lockProduct(ctx, productId);
    if (!before) return { productId };
    await showImage(ctx, productId, null);
    await Promise.all([
      dropImage(ctx, before),
      record(ctx, 'product.image_changed', productId, { productId, imageId: null }),
    ]);
    return { productId };
  });
}
