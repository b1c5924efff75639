import { type ActionState, blockedBy, mayStep, type StateTable } from '@/lib/core/state';

export const PRODUCT_STATUSES = ['draft', 'active', 'archived'] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];
export const VARIANT_STATUSES = ['active', 'archived'] as const;
export type VariantStatus = (typeof VARIANT_STATUSES)[number];

/** A draft is being written, an active one can be sold, an archived one keeps its history and is not offered. */
export const productSteps = {
  activate: { from: ['draft', 'archived'], to: 'active' },
  archive: { from: ['draft', 'active'], to: 'archived' },
} as const satisfies StateTable<ProductStatus>;

export const variantSteps = {
  restore: { from: ['archived'], to: 'active' },
  archive: { from: ['active'], to: 'archived' },
} as const satisfies StateTable<VariantStatus>;

export type ProductActions = Record<keyof typeof productSteps, ActionState>;

/** What may be done with a product now, and why not. The verbs refuse for the same reasons. */
export function productActions(product: { status: ProductStatus; activeVariants: number }): ProductActions {
  return {
    activate: blockedBy([
      !mayStep(productSteps.activate, product.status) && { key: 'catalog.blocks.alreadyActive' },
      product.activeVariants === 0 && { key: 'catalog.blocks.noActiveVariant', clear: 'variant.add' },
    ]),
    archive: blockedBy([
      !mayStep(productSteps.archive, product.status) && { key: 'catalog.blocks.alreadyArchived' },
    ]),
  };
}

/** The last active variant of an active product stays: archive the product instead. */
export function variantArchiving(facts: {
  status: VariantStatus;
  productStatus: ProductStatus;
  activeVariants: number;
}): ActionState {
  return blockedBy([
    facts.status === 'archived' && { key: 'catalog.blocks.variantArchived' },
    facts.status === 'active' &&
      facts.productStatus === 'active' &&
      facts.activeVariants <= 1 && { key: 'catalog.blocks.lastVariant', clear: 'product.archive' },
  ]);
}

/** What a product's page offers first: to edit what is on sale, to put on sale what is not. */
export const firstProductAct = (status: ProductStatus): 'edit' | 'activate' =>
  mayStep(productSteps.activate, status) ? 'activate' : 'edit';

/** A variant that is kept for its history only. */
export const isShelved = (status: VariantStatus): boolean => mayStep(variantSteps.restore, status);
