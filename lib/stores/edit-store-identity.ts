import { z } from 'zod';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { changeSettings } from './change-settings';
import {
  brandColorInput,
  contactFacts,
  initialsInput,
  localeInput,
  storeName,
  timeZoneInput,
} from './store-facts';

export const editStoreIdentityInput = contactFacts.extend({
  version: z.int(),
  name: storeName,
  initials: initialsInput,
  brandColor: brandColorInput,
  timeZone: timeZoneInput,
  locale: localeInput,
});
export type EditStoreIdentityInput = z.input<typeof editStoreIdentityInput>;

/** Who the store is: its name and brand, the business behind it, where and in which language it works. */
export async function editStoreIdentity(
  ctx: AnyCtx,
  input: EditStoreIdentityInput,
): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { version, legalName, contactEmail, contactPhone, street, city, postcode, ...store } =
    editStoreIdentityInput.parse(input);
  const rules = { legalName, contactEmail, contactPhone, street, city, postcode };
  return transact(ctx, (ctx) => changeSettings(ctx, { area: 'identity', version, rules, store }));
}
