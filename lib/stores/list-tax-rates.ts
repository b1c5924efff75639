import { asc, desc, eq } from 'drizzle-orm';
import { taxClasses, taxRates } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { rateColumns } from './lock-tax-class';

const MOST = 2000;

/** Every class with its rates: by country, the latest span first, the rest of the world last. */
export async function listTaxRates(ctx: AnyCtx) {
  allow(ctx, 'settings.read');
  return read(ctx, async (ctx) => {
    const [classes, rates] = await Promise.all([
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
        .orderBy(desc(taxRates.country), desc(taxRates.validFrom))
        .limit(MOST),
    ]);
    return classes.map((one) => ({
      ...one,
      rates: rates.filter((rate) => rate.taxClass === one.code).sort(homeFirst),
    }));
  });
}

export type TaxClassWithRates = Awaited<ReturnType<typeof listTaxRates>>[number];
export type ListedTaxRate = TaxClassWithRates['rates'][number];

function homeFirst(a: { country: string }, b: { country: string }): number {
  if (a.country === b.country) return 0;
  if (a.country === '*') return 1;
  if (b.country === '*') return -1;
  return a.country < b.country ? -1 : 1;
}
