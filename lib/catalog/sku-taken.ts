import { and, eq, inArray, notInArray } from 'drizzle-orm';
import { variants } from '@/db/schema/catalog';
import { pgCode, pgConstraint, type TxCtx } from '@/lib/core/ctx';
import { conflict, DomainError, invalid } from '@/lib/core/errors';
import type { VariantId } from '@/lib/core/ids';
import { skuKey } from './variant-input';

/**
 * Refuses SKUs that other variants of the store have, each named with its place in the input.
 * The unique index decides in a race; this is what says it in words.
 */
export async function refuseTakenSkus(
  ctx: TxCtx,
  wanted: readonly { sku: string; pointer: string }[],
  except: readonly VariantId[] = [],
): Promise<void> {
  const keys = wanted.map(({ sku }) => skuKey(sku));
  const rows = await ctx.db
    .select({ key: variants.skuKey })
    .from(variants)
    .where(
      and(
        eq(variants.storeId, ctx.store.id),
        inArray(variants.skuKey, keys),
        except.length > 0 ? notInArray(variants.id, [...except]) : undefined,
      ),
    );
  const taken = new Set(rows.map((row) => row.key));
  const problems = wanted
    .filter(({ sku }) => taken.has(skuKey(sku)))
    .map(({ sku, pointer }) => ({ pointer, key: 'catalog.errors.skuTaken', params: { sku } }));
  const first = problems[0];
  if (first) throw new DomainError('CONFLICT', first.key, { params: first.params, problems });
}

/** What the database refused while variants were written, in words; anything else stays what it is. */
export function variantRefusal(error: unknown): unknown {
  const code = pgCode(error);
  const constraint = pgConstraint(error) ?? '';
  if (code === '23505' && constraint === 'variants_sku') return conflict('catalog.errors.skuTakenMeanwhile');
  if (code === '23505' && constraint.startsWith('variants_')) return conflict('catalog.errors.idTaken');
  if (code === '23503' && constraint.includes('tax_class')) return invalid('catalog.errors.unknownTaxClass');
  return error;
}
