import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { changeShippingMethod } from './change-shipping-method';

export const activateShippingMethodInput = z.object({ methodId: idInput('shm'), version: z.int() });
export type ActivateShippingMethodInput = z.input<typeof activateShippingMethodInput>;

/** Offers a way to ship again. */
export async function activateShippingMethod(
  ctx: AnyCtx,
  input: ActivateShippingMethodInput,
): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { methodId, version } = activateShippingMethodInput.parse(input);
  return transact(ctx, (ctx) => changeShippingMethod(ctx, { methodId, version, facts: { active: true } }));
}
