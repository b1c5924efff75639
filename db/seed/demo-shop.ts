import type { Ctx } from '@/lib/core/ctx';
import type { Id } from '@/lib/core/ids';
import { addTaxRate } from '@/lib/stores/add-tax-rate';
import { createShippingMethod } from '@/lib/stores/create-shipping-method';
import { defaultTaxRates } from '@/lib/stores/default-tax-rates';
import { editShippingMethod } from '@/lib/stores/edit-shipping-method';
import { editStoreIdentity } from '@/lib/stores/edit-store-identity';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { listShippingMethods } from '@/lib/stores/list-shipping-methods';
import { listTaxClasses } from '@/lib/stores/list-tax-classes';

export type MethodKey = 'tracked24' | 'tracked48' | 'postnl' | 'dhl';
export type DemoMethods = Record<MethodKey, Id<'shm'>>;

const EU = ['AT', 'BE', 'DE', 'DK', 'ES', 'FI', 'FR', 'IE', 'IT', 'LU', 'NL', 'PL', 'PT', 'SE'];

/** Carrier and service of each way to ship, as parcels are handed over. */
export const METHOD_CARRIERS: Record<MethodKey, string> = {
  tracked24: 'Royal Mail',
  tracked48: 'Royal Mail',
  postnl: 'PostNL',
  dhl: 'DHL',
};

/** The business behind the demo store: its address, its ways to ship, and the EU rates it charges. */
export async function furnishShop(ctx: Ctx): Promise<DemoMethods> {
  const { version, name, initials, country, timeZone } = await getStoreSettings(ctx);
  await editStoreIdentity(ctx, {
    version,
    name,
    initials,
    country,
    timeZone,
    locale: 'en',
    brandColor: '#1b1a18',
    legalName: 'Heath & Harbour Ltd',
    contactEmail: 'hello@heath-harbour.example',
    contactPhone: '+44 7700 900100',
    street: '4 Granary Wharf',
    city: 'Leeds',
    postcode: 'LS1 4BR',
  });
  await chargeEuRates(ctx);
  return offerMethods(ctx);
}

async function chargeEuRates(ctx: Ctx): Promise<void> {
  const classes = new Set((await listTaxClasses(ctx)).map(({ code }) => code));
  for (const country of EU) {
    for (const { taxClass, ratePpm } of defaultTaxRates(country)) {
      if (!classes.has(taxClass) || ratePpm === 0) continue;
      await addTaxRate(ctx, { taxClass, country, ratePpm, name: 'VAT (OSS)', validFrom: '2021-07-01' });
    }
  }
}

async function offerMethods(ctx: Ctx): Promise<DemoMethods> {
  const first = (await listShippingMethods(ctx))[0];
  const add = async (
    name: string,
    key: MethodKey,
    [priceMinor, freeFromMinor]: [number, number | null],
    countries: string[],
    [transitDaysMin, transitDaysMax]: [number, number],
  ) => {
    const carrier = METHOD_CARRIERS[key];
    const facts = { name, carrier, priceMinor, freeFromMinor, countries, transitDaysMin, transitDaysMax };
    // What every store begins with becomes the first of its own.
    if (key === 'tracked48' && first) {
      await editShippingMethod(ctx, { ...facts, methodId: first.methodId, version: first.version });
      return first.methodId;
    }
    return (await createShippingMethod(ctx, facts)).methodId;
  };
  return {
    tracked48: await add('Royal Mail Tracked 48', 'tracked48', [360, 6000], ['GB'], [2, 3]),
    tracked24: await add('Royal Mail Tracked 24', 'tracked24', [480, 12000], ['GB'], [1, 2]),
    postnl: await add('PostNL Parcel EU', 'postnl', [890, 15000], EU, [2, 5]),
    dhl: await add('DHL Express Worldwide', 'dhl', [2450, null], [], [1, 4]),
  };
}
