import { and, eq } from 'drizzle-orm';
import { customerSearch } from '@/db/schema/customers';
import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, type StoreId, uuidOf } from '@/lib/core/ids';
import { codeTokens, emailTokens, nameTokens, phoneTokens } from '@/lib/core/search-tokens';
import type { CustomerFacts } from './customer-input';

type Searchable = Pick<CustomerFacts, 'name' | 'company' | 'email' | 'phone' | 'externalId'>;

function tokensOf(store: StoreId, customer: Searchable): bigint[] {
  return [
    ...new Set([
      ...nameTokens(store, customer.name),
      ...nameTokens(store, customer.company),
      ...emailTokens(store, customer.email ?? ''),
      ...phoneTokens(store, customer.phone ?? ''),
      ...codeTokens(store, customer.externalId),
    ]),
  ];
}

/** Writes the tokens of customers that have none yet; each row carries when the customer came, so that lists page. */
export async function writeCustomerTokens(
  ctx: TxCtx,
  written: readonly ({ id: CustomerId; createdAt: Date } & Searchable)[],
): Promise<void> {
  const rows = written.flatMap((customer) =>
    tokensOf(ctx.store.id, customer).map((token) => ({
      token: String(token),
      at: customer.createdAt.toISOString(),
      id: uuidOf(customer.id),
    })),
  );
  if (rows.length === 0) return;
  await ctx.raw(
    `insert into customer_search (store_id, token, created_at, customer_id)
     select $1::uuid, * from unnest($2::bigint[], $3::timestamptz[], $4::uuid[]) on conflict do nothing`,
    [
      uuidOf(ctx.store.id),
      rows.map((row) => row.token),
      rows.map((row) => row.at),
      rows.map((row) => row.id),
    ],
  );
}

/** Replaces one customer's tokens after a fact changed. */
export async function rewriteCustomerTokens(
  ctx: TxCtx,
  customer: { id: CustomerId; createdAt: Date } & Searchable,
): Promise<void> {
  await ctx.db
    .delete(customerSearch)
    .where(and(eq(customerSearch.storeId, ctx.store.id), eq(customerSearch.customerId, customer.id)));
  await writeCustomerTokens(ctx, [customer]);
}
