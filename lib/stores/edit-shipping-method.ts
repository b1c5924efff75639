import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idInput } from '@/lib/core/id-input';
import { changeShippingMethod } from './change-shipping-method';
import { shippingMethodFacts } from './shipping-method-facts';

export const editShippingMethodInput = shippingMethodFacts.safeExtend({
  methodId: idInput('shm'),
  version: z.int(),
});
export type EditShippingMethodInput = z.input<typeof editShippingMethodInput>;

/** Rewrites a way to ship. Orders already placed keep its name and price as they were. */
export async function editShippingMethod(
  ctx: AnyCtx,
  input: EditShippingMethodInput,
): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { methodId, version, ...facts } = editShippingMethodInput.parse(input);
  return transact(ctx, (ctx) => changeShippingMethod(ctx, { methodId, version, facts }));
}
