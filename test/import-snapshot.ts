import { type Ctx, read } from '@/lib/core/ctx';
import { uuidOf } from '@/lib/core/ids';

/** Everything an import writes, by natural keys: without ids, tokens and moments of writing, numbers by their order. */
const VIEWS = {
  orders: `select external_id, kind, channel, dense_rank() over (order by number) as nth, status, payment_status, fulfilment_status,
      return_status, currency, prices_include_tax, payment_method, ship_country, goods_minor, discount_minor, shipping_minor,
      fees_minor, tax_minor, total_minor, due_minor, credits_minor, captured_minor, refunded_minor, units, placed_at, confirmed_at,
      first_shipped_at, delivered_at, completed_at, (select external_id from customers c where c.store_id = o.store_id and
      c.id = o.customer_id) as customer, (select count(*) from order_search s where s.store_id = o.store_id and s.order_id = o.id
      and s.placed_at = o.placed_at) as tokens
    from orders o where store_id = $1::uuid order by external_id`,
  lines: `select o.external_id, l.position, l.sku, v.sku_key, l.title, l.unit_price_e4, l.quantity, l.shipped, l.delivered, l.returned,
      l.goods_minor, l.discount_minor, l.total_minor
    from order_lines l join orders o on o.store_id = l.store_id and o.id = l.order_id
    left join variants v on v.store_id = l.store_id and v.id = l.variant_id
    where l.store_id = $1::uuid order by o.external_id, l.position`,
  charges: `select o.external_id, c.kind, c.label, c.amount_minor, c.created_at
    from order_charges c join orders o on o.store_id = c.store_id and o.id = c.order_id
    where c.store_id = $1::uuid order by o.external_id, c.kind, c.label, c.amount_minor`,
  payments: `select o.external_id, p.provider, p.method, p.status, p.amount_minor, p.captured_minor, p.refund_held_minor,
      p.refunded_minor, p.reference, p.created_at
    from payments p join orders o on o.store_id = p.store_id and o.id = p.order_id
    where p.store_id = $1::uuid order by p.reference`,
  refunds: `select o.external_id, r.status, r.cause, r.amount_minor, r.reason, r.settled_at
    from refunds r join orders o on o.store_id = r.store_id and o.id = r.order_id
    where r.store_id = $1::uuid order by r.reason, o.external_id`,
  movements: `select provider_ref, code, from_account, to_account, amount_minor, at from money_movements
    where store_id = $1::uuid order by provider_ref, code`,
  customers: `select external_id, country, created_at, (select count(*) from customer_search s where s.store_id = c.store_id
      and s.customer_id = c.id) as tokens from customers c where store_id = $1::uuid order by external_id`,
  products: `select v.sku, v.sku_key, p.title, p.status, v.price_e4, v.status as variant_status, (select count(*)
      from product_search s where s.store_id = p.store_id and s.product_id = p.id) as tokens
    from variants v join products p on p.store_id = v.store_id and p.id = v.product_id
    where v.store_id = $1::uuid order by v.sku_key`,
  setAside: `select "row", rule, document, sku, quantity, unit_price_e4, amount_e4, at, customer_ref, country
    from import_set_aside where store_id = $1::uuid order by "row"`,
  returns: `select r."row", o.external_id, l.position, r.quantity, r.amount_minor, f.amount_minor as refunded
    from import_returns r join orders o on o.store_id = r.store_id and o.id = r.order_id
    join order_lines l on l.store_id = r.store_id and l.id = r.line_id
    left join refunds f on f.store_id = r.store_id and f.id = r.refund_id
    where r.store_id = $1::uuid order by r."row", o.external_id, l.position`,
  documents: `select document, position, treatment, rule, rows, amount_e4, figures from import_documents
    where store_id = $1::uuid order by position`,
  events: `select type, count(*) from events where store_id = $1::uuid group by type order by type`,
  imports: `select source, content_hash, status, staged_rows, staged_amount_e4, report from imports where store_id = $1::uuid`,
  staged: `select count(*) from import_rows where store_id = $1::uuid`,
  stock: `select count(*) from stock_movements where store_id = $1::uuid`,
} as const;

export type ImportSnapshot = Record<keyof typeof VIEWS, Record<string, unknown>[]>;

/** What stands in a store after an import, comparable between stores and runs. */
export async function importSnapshot(ctx: Ctx): Promise<ImportSnapshot> {
  return read(ctx, async (ctx) => {
    const found = await Promise.all(
      Object.entries(VIEWS).map(
        async ([name, text]) => [name, await ctx.raw(text, [uuidOf(ctx.store.id)])] as const,
      ),
    );
    return Object.fromEntries(found) as ImportSnapshot;
  });
}

/** The same views as one checksum each, for files too large to hold. */
export async function importDigest(ctx: Ctx): Promise<Record<string, string>> {
  return read(ctx, async (ctx) => {
    const digests: Record<string, string> = {};
    for (const [name, text] of Object.entries(VIEWS)) {
      const [row] = await ctx.raw<{ digest: string }>(
        `select count(*) || ' ' || coalesce(sum(hashtextextended(v::text, 0)), 0) as digest from (${text}) v`,
        [uuidOf(ctx.store.id)],
      );
      digests[name] = row?.digest ?? '';
    }
    return digests;
  });
}

/** A checksum of every row of every table of the store, as it stands: nothing at all may have changed. */
export async function tableChecksums(ctx: Ctx): Promise<Record<string, string>> {
  return read(ctx, async (ctx) => {
    const tables = await ctx.raw<{ name: string }>(
      `select c.table_name as name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'store_id'
       order by 1`,
    );
    const sums = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await ctx.raw<{ sum: string }>(
          `select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as sum from "${name}" t where store_id = $1::uuid`,
          [uuidOf(ctx.store.id)],
        );
        return [name, row?.sum ?? ''] as const;
      }),
    );
    return Object.fromEntries(sums);
  });
}
