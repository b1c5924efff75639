import { z } from 'zod';
import { idInput } from '@/lib/core/id-input';

const MAX_PRICE_E4 = 10_000_000_000_000;

/** The SKU as it must be unique and as files match by it: trimmed, width- and case-folded. */
export function skuKey(sku: string): string {
  return sku.normalize('NFKC').trim().toLowerCase();
}

const priceE4 = z
  .int({ error: 'catalog.errors.price' })
  .min(0, { error: 'catalog.errors.price' })
  .max(MAX_PRICE_E4, { error: 'catalog.errors.price' });

/** What is true of a variant, apart from its place. Prices in ten-thousandths of the store currency's major unit. */
export const variantFactsInput = z.object({
  title: z.string().trim().max(200, { error: 'catalog.errors.variantTitle' }).default(''),
  sku: z
    .string({ error: 'catalog.errors.sku' })
    .trim()
    .min(1, { error: 'catalog.errors.sku' })
    .max(100, { error: 'catalog.errors.sku' }),
  barcode: z.string().trim().max(100, { error: 'catalog.errors.barcode' }).default(''),
  priceE4,
  costE4: priceE4.nullish().transform((cost) => cost ?? null),
  weightGrams: z
    .int({ error: 'catalog.errors.weight' })
    .min(0, { error: 'catalog.errors.weight' })
    .max(10_000_000, { error: 'catalog.errors.weight' })
    .nullish()
    .transform((weight) => weight ?? null),
  taxClass: z.string().trim().min(1).max(60).default('standard'),
});
export type VariantFacts = z.output<typeof variantFactsInput>;

export const newVariantInput = variantFactsInput.extend({ id: idInput('var').optional() });
export type NewVariant = z.output<typeof newVariantInput>;

/** A product's own facts, apart from its variants and its picture. */
export const productFactsInput = z.object({
  title: z
    .string({ error: 'catalog.errors.title' })
    .trim()
    .min(1, { error: 'catalog.errors.title' })
    .max(300, { error: 'catalog.errors.title' }),
  description: z.string().trim().max(20_000, { error: 'catalog.errors.description' }).default(''),
  vendor: z.string().trim().max(200, { error: 'catalog.errors.shortText' }).default(''),
  category: z.string().trim().max(200, { error: 'catalog.errors.shortText' }).default(''),
});
export type ProductFacts = z.output<typeof productFactsInput>;
