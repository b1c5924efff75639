import { z } from 'zod';

/** What is true of a warehouse. Lower priority is asked first. */
export const warehouseFactsInput = z.object({
  code: z
    .string({ error: 'stock.errors.warehouseCode' })
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, { error: 'stock.errors.warehouseCode' }),
  name: z
    .string({ error: 'stock.errors.warehouseName' })
    .trim()
    .min(1, { error: 'stock.errors.warehouseName' })
    .max(120, { error: 'stock.errors.warehouseName' }),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'stock.errors.country' }),
  city: z.string().trim().max(120).default(''),
  postcode: z.string().trim().max(20).default(''),
  street: z.string().trim().max(300).default(''),
  priority: z.int({ error: 'stock.errors.priority' }).min(0).max(10_000).default(100),
});
export type WarehouseFacts = z.output<typeof warehouseFactsInput>;
