import { and, eq } from 'drizzle-orm';
import { taxClasses, taxRates } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import { DomainError, notFound } from '@/lib/core/errors';
import type { Id } from '@/lib/core/ids';
import { overlapping, type RateSpan } from './rate-on-day';

export const rateColumns = {
  id: taxRates.id,
  taxClass: taxRates.taxClass,
  country: taxRates.country,
  name: taxRates.name,
  ratePpm: taxRates.ratePpm,
  validFrom: taxRates.validFrom,
  validTo: taxRates.validTo,
  version: taxRates.version,
};

/** A class and its rates, kept still until the transaction ends, so that no two of them come to overlap. */
export async function lockTaxClass(ctx: TxCtx, code: string) {
  const [found] = await ctx.db
    .select({ code: taxClasses.code, name: taxClasses.name, version: taxClasses.version })
    .from(taxClasses)
    .where(and(eq(taxClasses.storeId, ctx.store.id), eq(taxClasses.code, code)))
    .for('update');
  if (!found) throw notFound('settings.errors.unknownClass');
  const rates = await ctx.db
    .select(rateColumns)
    .from(taxRates)
    .where(and(eq(taxRates.storeId, ctx.store.id), eq(taxRates.taxClass, code)));
  return { ...found, rates };
}

/** The class of a rate, locked, and the rate as it is now. A stranger's rate is not found. */
export async function lockRate(ctx: TxCtx, rateId: Id<'txr'>) {
  const [owner] = await ctx.db
    .select({ taxClass: taxRates.taxClass })
    .from(taxRates)
    .where(and(eq(taxRates.storeId, ctx.store.id), eq(taxRates.id, rateId)));
  if (!owner) throw notFound('settings.errors.unknownRate');
  const { rates } = await lockTaxClass(ctx, owner.taxClass);
  const rate = rates.find(({ id }) => id === rateId);
  if (!rate) throw notFound('settings.errors.unknownRate');
  return { rate, others: rates.filter(({ id }) => id !== rateId) };
}

/** Refuses a span on one of whose days another rate of the class and country already holds. */
export function refuseOverlap(others: readonly RateSpan[], span: RateSpan): void {
  const clash = overlapping(others, span);
  if (!clash) return;
  const params = { from: clash.validFrom, to: clash.validTo ?? 'open' };
  const key = clash.validTo === null ? 'settings.errors.rateOverlapsOpen' : 'settings.errors.rateOverlaps';
  throw new DomainError('CONFLICT', key, { params, problems: [{ pointer: '/validFrom', key, params }] });
}
