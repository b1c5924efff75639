import { z } from 'zod';
import { ROLE_NAMES } from './permissions';

export const roleInput = z.enum(ROLE_NAMES);

/** What narrows a role for one person: refunds and discounts up to so much. Absent: the role's own limit, if any. */
export const limitsInput = z.strictObject({
  refundMinor: z.int().min(0).max(1_000_000_000).optional(),
  discountPercent: z.int().min(0).max(100).optional(),
});
