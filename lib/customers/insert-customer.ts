import { customers } from '@/db/schema/customers';
import { send, type TxCtx } from '@/lib/core/ctx';
import { type CustomerId, uuidOf } from '@/lib/core/ids';
import { blindWide } from '@/lib/core/seal';
import { emailTokens, fold, nameTokens, phoneTokens } from '@/lib/core/search-tokens';

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
  await Promise.all([
    send(
      ctx,
      ctx.db.insert(customers).values({
        storeId: store,
        id,
        name,
        email: email || null,
        emailToken: email ? blindWide(fold(email)) : null,
        phone: phone || null,
        country: customer.country,
        locale: customer.locale ?? null,
        createdAt: ctx.now,
        updatedAt: ctx.now,
      }),
    ),
    ctx.raw(
      `insert into customer_search (store_id, token, created_at, customer_id)
       select $1::uuid, t, $2::timestamptz, $3::uuid from unnest($4::bigint[]) t`,
      [uuidOf(store), ctx.now.toISOString(), uuidOf(id), [...tokens].map(String)],
    ),
  ]);
}
