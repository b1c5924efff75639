import { asc, desc, eq } from 'drizzle-orm';
import { stores, taxClasses, taxRates } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { DEFAULT_TAX_CLASSES } from './default-tax-rates';
import { rateColumns } from './lock-tax-class';
import { ELSEWHERE } from './rate-on-day';

const MOST = 2000;

/** Every class with its rates: the store's own country first, the rest of the world last, the latest span first. */
export async function listTaxRates(ctx: AnyCtx) {
  allow(ctx, 'settings.read');
  return read(ctx, async (ctx) => {
    const [[home], classes, rates] = await Promise.all([
      ctx.db.select({ country: stores.country }).from(stores).where(eq(stores.id, ctx.store.id)),
      ctx.db
        .select({ code: taxClasses.code, name: taxClasses.name, version: taxClasses.version })
        .from(taxClasses)
        .where(eq(taxClasses.storeId, ctx.store.id))
        .orderBy(asc(taxClasses.code))
        .limit(MOST),
      ctx.db
        .select(rateColumns)
        .from(taxRates)
        .where(eq(taxRates.storeId, ctx.store.id))
        .orderBy(asc(taxRates.country), desc(taxRates.validFrom))
        .limit(MOST),
    ]);
    const place = placeOf(home?.country ?? '');
    return classes
      .map((one) => ({
        ...one,
        rates: rates
          .filter((rate) => rate.taxClass === one.code)
          .sort((a, b) => place(a.country) - place(b.country)),
      }))
      .sort((a, b) => rank(a.code) - rank(b.code));
  });
}

export type TaxClassWithRates = Awaited<ReturnType<typeof listTaxRates>>[number];
export type ListedTaxRate = TaxClassWithRates['rates'][number];

/** Home, then the other countries, then everywhere else. */
const placeOf = (home: string) => (country: string) => (country === home ? 0 : country === ELSEWHERE ? 2 : 1);

const ORDER: readonly string[] = DEFAULT_TAX_CLASSES;

/** The classes a store begins with in their order, then its own. */
function rank(code: string): number {
  const place = ORDER.indexOf(code);
  return place === -1 ? DEFAULT_TAX_CLASSES.length : place;
}
