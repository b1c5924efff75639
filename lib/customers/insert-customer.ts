import { customers } from '@/db/schema/customers';
import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, uuidOf } from '@/lib/core/ids';
import { insertRows } from '@/lib/core/insert-row';
import { Params } from '@/lib/core/params';
import { emailTokens, nameTokens, phoneTokens } from '@/lib/core/search-tokens';
import { emailFingerprint } from './customer-input';

export type NewCustomer = {
  id: CustomerId;
  name: string;
  email: string;
  phone: string;
  country: string | null;
  locale?: string | null;
};

/**
 * Writes a buyer met while placing an order, with search tokens, in the caller's transaction and without waiting
 * (send it before the order). Fails on the unique e-mail when another order created the same person meanwhile.
 */
export async function insertCustomer(ctx: TxCtx, customer: NewCustomer): Promise<void> {
  const { id, name, email, phone } = customer;
  const store = ctx.store.id;
  const tokens = new Set([
    ...nameTokens(store, name),
    ...emailTokens(store, email),
    ...phoneTokens(store, phone),
  ]);
  const p = new Params();
  const row = insertRows(p, customers, [
    {
      storeId: store,
      id,
      name,
      email: email || null,
      emailToken: emailFingerprint(store, email || null),
      phone: phone || null,
      country: customer.country,
      locale: customer.locale ?? null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
  ]);
  await ctx.raw(
    `with made as (${row})
     insert into customer_search (store_id, token, created_at, customer_id)
     select ${p.add(uuidOf(store), 'uuid')}, t, ${p.add(ctx.now.toISOString(), 'timestamptz')}, ${p.add(uuidOf(id), 'uuid')}
     from unnest(${p.add([...tokens].map(String), 'bigint[]')}) t`,
    p.values,
  );
}
