import type { TxCtx } from '@/lib/core/ctx';
import { newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { codeTokens, nameTokens } from '@/lib/core/search-tokens';

export type OrderRow = {
  number?: number;
  status?: string;
  paymentStatus?: string;
  fulfilmentStatus?: string;
  customerName?: string;
  currency?: string;
  totalMinor?: number;
  placedAt?: Date;
  shipByAt?: Date | null;
  codes?: string[];
};

let lastNumber = 1000;

/** One order's row and its search tokens, for tests of what reads orders; verbs are tested through verbs. */
export async function insertOrderRow(ctx: TxCtx, row: OrderRow = {}): Promise<OrderId> {
  const id = newId('ord');
  const status = row.status ?? 'confirmed';
  const draft = status === 'draft';
  const number = draft ? null : (row.number ?? ++lastNumber);
  const at = (row.placedAt ?? ctx.now).toISOString();
  const name = row.customerName ?? 'Ada Lovelace';
  const store = uuidOf(ctx.store.id);
  await ctx.raw(
    `insert into orders (store_id, id, number, channel, status, payment_status, fulfilment_status, currency,
      prices_include_tax, payment_method, customer_name, ship_city, ship_country, total_minor, goods_minor, due_minor, units,
      placed_at, created_at, updated_at, ship_by_at)
     values ($1::uuid, $2::uuid, $3::bigint, 'staff', $4::text, $5::text, $6::text, $7::text, true, 'bank_transfer',
      $8::bytea, 'Leeds', 'GB', $9::bigint, $9::bigint, $9::bigint, 2, $10::timestamptz, $11::timestamptz,
      $11::timestamptz, $12::timestamptz)`,
    [
      store, uuidOf(id), number, status, row.paymentStatus ?? 'unpaid', row.fulfilmentStatus ?? 'allocated',
      row.currency ?? ctx.store.currency, seal(name), row.totalMinor ?? 1000, draft ? null : at, at,
      row.shipByAt?.toISOString() ?? null,
    ], // biome-ignore format: as the columns
  );
  const tokens = [
    ...nameTokens(ctx.store.id, name),
    ...codeTokens(ctx.store.id, String(number ?? ''), ...(row.codes ?? [])),
  ];
  await ctx.raw(
    `insert into order_search (store_id, token, placed_at, order_id)
     select $1::uuid, t, $2::timestamptz, $3::uuid from unnest($4::bigint[]) t`,
    [store, at, uuidOf(id), [...new Set(tokens)].map(String)],
  );
  return id;
}

export type Spied = { ctx: TxCtx; statements: { text: string; params: readonly unknown[] }[] };

/** The same transaction, remembering each raw statement. */
export function spyOn(ctx: TxCtx): Spied {
  const statements: Spied['statements'] = [];
  const raw: TxCtx['raw'] = (text, params = []) => {
    statements.push({ text, params });
    return ctx.raw(text, params);
  };
  return { ctx: { ...ctx, raw }, statements };
}
