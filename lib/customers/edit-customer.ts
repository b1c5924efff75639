import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { customers } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { changedFields } from '@/lib/core/changed-fields';
import { type AnyCtx, pgCode, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import type { CustomerId } from '@/lib/core/ids';
import { record, recordPersonal } from '@/lib/events/record';
import { type CustomerFacts, customerFactsInput, emailFingerprint } from './customer-input';
import { refuseTaken } from './customer-taken';
import { rewriteCustomerTokens } from './customer-tokens';
import { lockCustomer } from './lock-customer';

export const editCustomerInput = customerFactsInput.extend({ customerId: idInput('cus'), version: z.int() });
export type EditCustomerInput = z.input<typeof editCustomerInput>;

/** Rewrites a customer's facts, if nobody changed them since `version` was read. Placed orders keep their own. */
export async function editCustomer(
  ctx: AnyCtx,
  input: EditCustomerInput,
): Promise<{ customerId: CustomerId; version: number }> {
  allow(ctx, 'customer.write');
  const { customerId, version, ...facts } = editCustomerInput.parse(input);
  return transact(ctx, async (ctx) => {
    const before = await lockCustomer(ctx, customerId);
    const fields = changedFields(before, facts);
    if (fields.length === 0) return { customerId, version: before.version };
    if (before.version !== version) throw conflict('customers.errors.changed');
    await refuseTaken(ctx, facts, customerId);
    const written = await writeFacts(ctx, customerId, version, facts);
    await rewriteCustomerTokens(ctx, { id: customerId, createdAt: before.createdAt, ...facts });
    const event = await record(ctx, 'customer.edited', customerId, { customerId, fields });
    await recordPersonal(ctx, event, {
      before: Object.fromEntries(fields.map((field) => [field, before[field]])),
      after: Object.fromEntries(fields.map((field) => [field, facts[field]])),
    });
    return { customerId, version: written };
  });
}

async function writeFacts(ctx: TxCtx, id: CustomerId, version: number, facts: CustomerFacts) {
  const mine = and(eq(customers.storeId, ctx.store.id), eq(customers.id, id), eq(customers.version, version));
  const changes = {
    ...facts,
    emailToken: emailFingerprint(ctx.store.id, facts.email),
    updatedAt: ctx.now,
    version: sql`${customers.version} + 1`,
  };
  try {
    const [row] = await ctx.db
      .update(customers)
      .set(changes)
      .where(mine)
      .returning({ version: customers.version });
    if (!row) throw conflict('customers.errors.changed');
    return row.version;
  } catch (error) {
    throw pgCode(error) === '23505' ? conflict('customers.errors.takenMeanwhile') : error;
  }
}
