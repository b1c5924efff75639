import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import type { VariantId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockProductOf, lockVariant } from './lock-product';
import { setVariantStatus } from './set-variant-status';
import { touchProduct } from './touch-product';

export const restoreVariantInput = z.object({ variantId: idInput('var') });
export type RestoreVariantInput = z.input<typeof restoreVariantInput>;

/** Offers an archived variant again. */
export async function restoreVariant(
  ctx: AnyCtx,
  input: RestoreVariantInput,
): Promise<{ variantId: VariantId }> {
  allow(ctx, 'product.write');
  const { variantId } = restoreVariantInput.parse(input);
  return transact(ctx, async (ctx) => {
    await lockProductOf(ctx, variantId);
    const { status, productId } = await lockVariant(ctx, variantId);
    if (status === 'active') return { variantId };
    await Promise.all([
      setVariantStatus(ctx, variantId, 'restore'),
      touchProduct(ctx, productId),
      record(ctx, 'variant.restored', productId, { variantId }),
    ]);
    return { variantId };
  });
}
