import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { changeShippingMethod } from './change-shipping-method';

export const deactivateShippingMethodInput = z.object({ methodId: idInput('shm'), version: z.int() });
export type DeactivateShippingMethodInput = z.input<typeof deactivateShippingMethodInput>;

/** Stops offering a way to ship; orders that have it keep it. */
export async function deactivateShippingMethod(
  ctx: AnyCtx,
  input: DeactivateShippingMethodInput,
): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { methodId, version } = deactivateShippingMethodInput.parse(input);
  return transact(ctx, (ctx) => changeShippingMethod(ctx, { methodId, version, facts: { active: false } }));
}
