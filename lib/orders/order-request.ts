import { z } from 'zod';
import { type Address, addressSchema } from '@/lib/core/address';
import {
  type CustomerId,
  type Id,
  isId,
  type OrderId,
  type OrderLineId,
  type Prefix,
  type VariantId,
} from '@/lib/core/ids';
import { type Channel, OFFERED_METHODS, type PaymentMethod } from './order-state';
import type { Discount } from './price-order';

export const MAX_LINES = 500;
export const MAX_UNITS = 1_000_000;
/** Of one amount and of an order's goods, in minor units. */
export const MAX_AMOUNT = 1_000_000_000_000;

export const idSchema = <P extends Prefix>(prefix: P) => z.custom<Id<P>>((value) => isId(prefix, value));

export const discountSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), hundredths: z.int().min(1).max(10_000) }),
  z.object({ kind: z.literal('amount'), amountMinor: z.int().min(1).max(MAX_AMOUNT) }),
]);

export const buyerSchema = z.object({
  id: idSchema('cus').nullish(),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).or(z.literal('')).default(''),
  phone: z.string().trim().max(40).default(''),
});

export const requestLineSchema = z
  .object({
    id: idSchema('oln').optional(),
    variantId: idSchema('var').optional(),
    sku: z.string().trim().min(1).max(100).optional(),
    quantity: z.int().min(1).max(MAX_UNITS),
    /** The price it was sold at elsewhere, in ten-thousandths; ours when absent. Only for API orders. */
    unitPriceE4: z.int().min(0).max(MAX_AMOUNT).optional(),
    discount: discountSchema.nullish(),
  })
  .refine((line) => (line.variantId === undefined) !== (line.sku === undefined), { path: ['sku'] });

/** A line's id names one line: an order that says it twice is not looked at further. */
export const linesSchema = z
  .array(requestLineSchema)
  .max(MAX_LINES)
  .superRefine((lines, check) => {
    const seen = new Set<string>();
    for (const [i, { id }] of lines.entries()) {
      if (id && seen.has(id)) {
        check.addIssue({ code: 'custom', path: [i, 'id'], message: 'order-errors.lineTwice' });
      }
      if (id) seen.add(id);
    }
  });

/** What staff and the API may ask for. Amounts are never taken from a browser: prices are ours. */
export const orderRequestSchema = z.object({
  id: idSchema('ord').optional(),
  externalId: z.string().trim().min(1).max(100).nullish(),
  customer: buyerSchema,
  shipTo: addressSchema.nullish(),
  billTo: addressSchema.nullish(),
  lines: linesSchema.min(1),
  discount: discountSchema.nullish(),
  discountReason: z.string().trim().max(200).default(''),
  shippingMethodId: idSchema('shm').nullish(),
  paymentMethod: z.enum(OFFERED_METHODS),
  tags: z
    .array(z.string().trim().min(1).max(40))
    .max(20)
    .default([])
    .transform((tags) => [...new Set(tags)]),
});
export type OrderRequestInput = z.input<typeof orderRequestSchema>;

export type RequestLine = {
  id: OrderLineId;
  variantId: VariantId | null;
  sku: string | null;
  quantity: number;
  unitPriceE4: number | null;
  discount: Discount | null;
};

/** A parsed request, with its own ids. */
export type OrderRequest = {
  id: OrderId;
  channel: Channel;
  externalId: string | null;
  customer: { id: CustomerId | null; name: string; email: string; phone: string };
  shipTo: Address | null;
  billTo: Address | null;
  lines: RequestLine[];
  discount: Discount | null;
  discountReason: string;
  shippingMethodId: Id<'shm'> | null;
  paymentMethod: PaymentMethod;
  tags: string[];
};
