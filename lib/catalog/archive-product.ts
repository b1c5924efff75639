import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import type { ProductId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { type ProductStepInput, productStepInput, stepProduct } from './step-product';

export const archiveProductInput = productStepInput;

/** Takes a product out of sale; its orders, stock and history stay. */
export async function archiveProduct(
  ctx: AnyCtx,
  input: ProductStepInput,
): Promise<{ productId: ProductId }> {
  allow(ctx, 'product.write');
  const { productId } = archiveProductInput.parse(input);
  return transact(ctx, async (ctx) => {
    if (await stepProduct(ctx, productId, 'archive')) {
      await record(ctx, 'product.archived', productId, { productId });
    }
    return { productId };
  });
}
