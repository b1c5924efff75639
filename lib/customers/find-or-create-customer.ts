import type { z } from 'zod';
import { addressSchema } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type CustomerId, idOf, newId, uuidOf } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { record } from '@/lib/events/record';
import { type CustomerFacts, customerFactsInput, emailFingerprint } from './customer-input';
import { writeCustomerTokens } from './customer-tokens';
import { insertAddress } from './write-address';

export const findOrCreateCustomerInput = customerFactsInput.extend({ address: addressSchema.nullish() });
export type FindOrCreateCustomerInput = z.input<typeof findOrCreateCustomerInput>;
export type FoundCustomer = { customerId: CustomerId; created: boolean };

/**
 * The customer with this e-mail, else with this external id, else a new one. Called inside another verb's transaction,
 * which asked for its own permission. Two at once make one: the unique index decides. What is known is never overwritten.
 */
export async function findOrCreateCustomer(
  ctx: TxCtx,
  input: FindOrCreateCustomerInput,
): Promise<FoundCustomer> {
  const { address, ...facts } = findOrCreateCustomerInput.parse(input);
  const id = newId('cus');
  const found = await insertUnlessKnown(ctx, id, facts);
  if (!found.created) return found;
  await Promise.all([
    writeCustomerTokens(ctx, [{ id, createdAt: ctx.now, ...facts }]),
    address ? insertAddress(ctx, { id: newId('adr'), customerId: id, address, isDefault: true }) : null,
    record(ctx, 'customer.created', id, { customerId: id }),
  ]);
  return found;
}

const KNOWN = `select id, email_token is not distinct from $2::bytea as by_email from customers
  where store_id = $1::uuid and (email_token = $2::bytea or external_id = $3::text)`;

/** One round trip; a second only when somebody else made the same customer in between. */
async function insertUnlessKnown(ctx: TxCtx, id: CustomerId, facts: CustomerFacts): Promise<FoundCustomer> {
  const store = uuidOf(ctx.store.id);
  const fingerprint = emailFingerprint(ctx.store.id, facts.email);
  const [first] = await ctx.raw(
    `with known as (${KNOWN}),
      made as (
        insert into customers (store_id, id, name, email, email_token, phone, company, country, locale, external_id,
          created_at, updated_at)
        select $1::uuid, $4::uuid, $5::bytea, $6::bytea, $2::bytea, $7::bytea, $8::text, $9::text, $10::text, $3::text,
          $11::timestamptz, $11::timestamptz
        where not exists (select 1 from known)
        on conflict do nothing returning id)
      select id, true as created, true as by_email from made
      union all select id, false, by_email from known order by by_email desc limit 1`,
    [
      store,
      fingerprint,
      facts.externalId,
      uuidOf(id),
      seal(facts.name),
      facts.email && seal(facts.email),
      facts.phone && seal(facts.phone),
      facts.company,
      facts.country,
      facts.locale,
      ctx.now.toISOString(),
    ],
  );
  if (first) return { customerId: idOf('cus', String(first.id)), created: first.created === true };
  const [raced] = await ctx.raw(`${KNOWN} order by by_email desc limit 1`, [
    store,
    fingerprint,
    facts.externalId,
  ]);
  invariant(raced, 'a customer that conflicts is there');
  return { customerId: idOf('cus', String(raced.id)), created: false };
}
