import { z } from 'zod';
import {
  numberLeases,
  shippingMethods,
  storeSettings,
  stores,
  taxClasses,
  taxRates,
} from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { newId, type StoreId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';
import { countryInput } from './country-input';
import { defaultTaxRates } from './default-tax-rates';
import {
  brandColorInput,
  currencyInput,
  initialsInput,
  initialsOf,
  localeInput,
  slugInput,
  storeName,
  timeZoneInput,
} from './store-facts';

const FIRST_NUMBER = 1001;
/** Before any order the store could bring in. */
const RATES_SINCE = '2000-01-01';

export const createStoreInput = z.object({
  slug: slugInput,
  name: storeName,
  currency: currencyInput,
  timeZone: timeZoneInput,
  locale: localeInput,
  country: countryInput,
  initials: initialsInput.optional(),
  brandColor: brandColorInput.optional(),
  legalName: z.string().trim().max(200).default(''),
  isDemo: z.boolean().default(false),
});
export type CreateStoreInput = z.input<typeof createStoreInput>;

/**
 * Makes the store the context names (`newStoreRef`), with the rules, taxes, numbers and one way to ship it begins with.
 * A taken slug is CONFLICT. Its people and warehouses are made by their own verbs, in the same transaction.
 */
export async function createStore(ctx: AnyCtx, input: CreateStoreInput): Promise<{ storeId: StoreId }> {
  allow(ctx, 'settings.write');
  const { legalName, initials, brandColor, ...facts } = createStoreInput.parse(input);
  const id = ctx.store.id;
  return transact(ctx, async (ctx) => {
    const [made] = await ctx.db
      .insert(stores)
      .values({
        ...facts,
        id,
        initials: initials ?? initialsOf(facts.name),
        ...(brandColor ? { brandColor } : {}),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: stores.id });
    if (!made) throw conflict('settings.errors.slugTaken', { slug: facts.slug });
    await ctx.db.insert(storeSettings).values({ storeId: id, legalName, updatedAt: ctx.now });
    await ctx.db.insert(numberLeases).values({ storeId: id, kind: 'order', next: FIRST_NUMBER });
    await firstTaxes(ctx, facts.country, facts.locale);
    await firstShippingMethod(ctx, facts.locale);
    await record(ctx, 'store.created', id, {});
    return { storeId: id };
  });
}

async function firstTaxes(ctx: TxCtx, country: string, locale: Locale): Promise<void> {
  const say = translator(locale);
  const rates = defaultTaxRates(country);
  const storeId = ctx.store.id;
  await ctx.db
    .insert(taxClasses)
    .values(
      rates.map(({ taxClass: code }) => ({ storeId, code, name: say(`settings.firstClasses.${code}`) })),
    );
  await ctx.db.insert(taxRates).values(
    rates.flatMap(({ taxClass, ratePpm }) => {
      const rate = { storeId, taxClass, validFrom: RATES_SINCE };
      const here = { ...rate, id: newId('txr'), country, ratePpm, name: say('settings.firstRates.home') };
      const elsewhere = {
        ...rate,
        id: newId('txr'),
        country: '*',
        ratePpm: 0,
        name: say('settings.firstRates.elsewhere'),
      };
      return [here, elsewhere];
    }),
  );
}

async function firstShippingMethod(ctx: TxCtx, locale: Locale): Promise<void> {
  await ctx.db.insert(shippingMethods).values({
    storeId: ctx.store.id,
    id: newId('shm'),
    name: translator(locale)('settings.firstMethod'),
    priceMinor: 0,
    transitDaysMin: 2,
    transitDaysMax: 5,
  });
}
