import { and, eq, ne } from 'drizzle-orm';
import { customers } from '@/db/schema/customers';
import type { TxCtx } from '@/lib/core/ctx';
import { DomainError, type Problem } from '@/lib/core/errors';
import type { CustomerId } from '@/lib/core/ids';
import { type CustomerFacts, emailFingerprint } from './customer-input';

/** Says in words that another customer of the store has the e-mail or the external id; the indexes decide in a race. */
export async function refuseTaken(
  ctx: TxCtx,
  facts: Pick<CustomerFacts, 'email' | 'externalId'>,
  except: CustomerId,
): Promise<void> {
  const others = and(eq(customers.storeId, ctx.store.id), ne(customers.id, except));
  const fingerprint = emailFingerprint(ctx.store.id, facts.email);
  const [byEmail, byExternal] = await Promise.all([
    fingerprint ? ctx.db.$count(customers, and(others, eq(customers.emailToken, fingerprint))) : 0,
    facts.externalId ? ctx.db.$count(customers, and(others, eq(customers.externalId, facts.externalId))) : 0,
  ]);
  const problems: Problem[] = [];
  if (byEmail > 0) problems.push({ pointer: '/email', key: 'customers.errors.emailTaken' });
  if (byExternal > 0) problems.push({ pointer: '/externalId', key: 'customers.errors.externalIdTaken' });
  const [first] = problems;
  if (first) throw new DomainError('CONFLICT', first.key, { problems });
}
