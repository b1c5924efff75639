import { eq } from 'drizzle-orm';
import { storeSettings, stores } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';

/** The store's identity and rules, as the settings pages show them. `version` guards every edit of them. */
export async function getStoreSettings(ctx: AnyCtx) {
  allow(ctx, 'settings.read');
  return read(ctx, async (ctx) => {
    const [found] = await ctx.db
      .select({
        version: storeSettings.version,
        slug: stores.slug,
        name: stores.name,
        initials: stores.initials,
        brandColor: stores.brandColor,
        currency: stores.currency,
        timeZone: stores.timeZone,
        locale: stores.locale,
        country: stores.country,
        legalName: storeSettings.legalName,
        contactEmail: storeSettings.contactEmail,
        contactPhone: storeSettings.contactPhone,
        street: storeSettings.street,
        city: storeSettings.city,
        postcode: storeSettings.postcode,
        pricesIncludeTax: storeSettings.pricesIncludeTax,
        shippingTaxClass: storeSettings.shippingTaxClassId,
        handlingDays: storeSettings.handlingDays,
        cutOff: storeSettings.cutOff,
        workingDays: storeSettings.workingDays,
        numberPrefix: storeSettings.numberPrefix,
        confirmation: storeSettings.confirmation,
        onlinePaymentMinutes: storeSettings.onlinePaymentMinutes,
        transferPaymentDays: storeSettings.transferPaymentDays,
        completionDays: storeSettings.completionDays,
        splitShipments: storeSettings.splitShipments,
      })
      .from(storeSettings)
      .innerJoin(stores, eq(stores.id, storeSettings.storeId))
      .where(eq(storeSettings.storeId, ctx.store.id));
    invariant(found, 'a store has its settings');
    const { contactEmail, contactPhone, street, ...rest } = found;
    return {
      ...rest,
      contactEmail: contactEmail ?? '',
      contactPhone: contactPhone ?? '',
      street: street ?? '',
    };
  });
}

export type StoreSettings = Awaited<ReturnType<typeof getStoreSettings>>;
