import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import type { ProductId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { type ProductStepInput, productStepInput, stepProduct } from './step-product';

export const activateProductInput = productStepInput;

/** Offers a draft or archived product for sale. */
export async function activateProduct(
  ctx: AnyCtx,
  input: ProductStepInput,
): Promise<{ productId: ProductId }> {
  allow(ctx, 'product.write');
  const { productId } = activateProductInput.parse(input);
  return transact(ctx, async (ctx) => {
    if (await stepProduct(ctx, productId, 'activate')) {
      await record(ctx, 'product.activated', productId, { productId });
    }
    return { productId };
  });
}
