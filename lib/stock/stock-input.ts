import { z } from 'zod';
import { idInput } from '@/lib/core/id-input';

const MAX_UNITS = 1_000_000_000;

/** A count of units from outside. */
export const unitsInput = (least: number) =>
  z
    .int({ error: 'stock.errors.units' })
    .min(least, { error: 'stock.errors.units' })
    .max(MAX_UNITS, { error: 'stock.errors.unitsTooMany' });

/** Which level a change is about, and the movement's id from the form. */
export const levelInput = z.object({
  id: idInput('mov').optional(),
  warehouseId: idInput('whs'),
  variantId: idInput('var'),
});

export const reasonInput = z.string().trim().max(300, { error: 'stock.errors.reasonLong' });
