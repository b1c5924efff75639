import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, idOf, newId, uuidOf } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { nameTokens } from '@/lib/core/search-tokens';

/** Somebody a file knows by a number. `since` is when they are first seen in it. */
export type ImportedCustomer = { externalId: string; name: string; country: string | null; since: Date };

/** Makes the customers that are not there yet, by external id, with search tokens. Gives the new ones' ids. */
export async function importCustomers(
  ctx: TxCtx,
  customers: readonly ImportedCustomer[],
): Promise<CustomerId[]> {
  if (customers.length === 0) return [];
  const store = uuidOf(ctx.store.id);
  const made = await ctx.raw(
    `insert into customers (store_id, id, external_id, name, country, created_at, updated_at)
     select $1::uuid, c.id, c.external_id, c.name::bytea, c.country, c.since, $2::timestamptz
     from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::timestamptz[]) as c(id, external_id, name, country, since)
     on conflict (store_id, external_id) do nothing
     returning id, external_id`,
    [
      store,
      ctx.now.toISOString(),
      customers.map(() => uuidOf(newId('cus'))),
      customers.map((customer) => customer.externalId),
      // The driver takes no arrays of bytes: they travel as Postgres writes them.
      customers.map((customer) => `\\x${seal(customer.name).toString('hex')}`),
      customers.map((customer) => customer.country),
      customers.map((customer) => customer.since.toISOString()),
    ],
  );
  const byRef = new Map(customers.map((customer) => [customer.externalId, customer]));
  const rows = made.flatMap((row) => {
    const customer = byRef.get(String(row.external_id));
    if (!customer) return [];
    const tokens = new Set([
      ...nameTokens(ctx.store.id, customer.name),
      ...nameTokens(ctx.store.id, customer.externalId),
    ]);
    return [...tokens].map((token) => ({
      token: String(token),
      at: customer.since.toISOString(),
      id: row.id,
    }));
  });
  await ctx.raw(
    `insert into customer_search (store_id, token, created_at, customer_id)
     select $1::uuid, t.token, t.at, t.id from unnest($2::bigint[], $3::timestamptz[], $4::uuid[]) as t(token, at, id)`,
    [store, rows.map((row) => row.token), rows.map((row) => row.at), rows.map((row) => row.id)],
  );
  return made.map((row) => idOf('cus', String(row.id)));
}
