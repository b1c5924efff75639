import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type StoreId, uuidOf } from '@/lib/core/ids';
import type { Minor, PriceE4 } from '@/lib/core/money';
import { plainArray } from '@/lib/core/plain-array';
import { seal } from '@/lib/core/seal';
import { codeTokens } from '@/lib/core/search-tokens';
import { deriveStatuses, type LineUnits } from './derive-status';
import type { PaymentMethod } from './order-state';
import { orderTokens } from './order-tokens';

/** Ids are plain UUIDs here, made by the caller: half a million of them never become text with a prefix. */
export type ImportedLine = {
  id: string;
  variantId: string | null;
  sku: string;
  title: string;
  unitPriceE4: PriceE4;
  quantity: number;
  goodsMinor: Minor;
  discountMinor: Minor;
};
export type ImportedCharge = {
  id: string;
  kind: 'shipping' | 'fee' | 'discount';
  label: string;
  /** With its sign: a discount is negative. */
  amountMinor: Minor;
};
/** An order that was over before it came here: sent, delivered and settled at the moment it was placed. */
export type ImportedOrder = {
  id: string;
  number: number;
  kind: 'sale' | 'credit';
  externalId: string;
  customerId: string | null;
  /** What to call a buyer of whom only a number is known; that number is what the order is found by. */
  customerName: string | null;
  customerRef: string;
  shipCountry: string | null;
  placedAt: Date;
  /** The moments known beside that one; what is not known was at once. */
  confirmedAt?: Date | null;
  shippedAt?: Date | null;
  deliveredAt?: Date | null;
  promisedAt?: Date | null;
  paymentMethod?: PaymentMethod;
  goodsMinor: Minor;
  discountMinor: Minor;
  shippingMinor: Minor;
  feesMinor: Minor;
  totalMinor: Minor;
  lines: readonly ImportedLine[];
  charges: readonly ImportedCharge[];
};

/**
 * Writes completed orders with lines, charges and search tokens, in five statements whatever their number, in the
 * caller's transaction. Prices are kept as paid, without tax. No stock moves, nobody is told. A sale's payment is the
 * caller's to write beside it (`importPayments`); an external id already there fails the transaction.
 */
export async function importOrders(
  ctx: TxCtx,
  currency: string,
  orders: readonly ImportedOrder[],
): Promise<void> {
  if (orders.length === 0) return;
  await Promise.all([
    insertOrders(ctx, currency, orders),
    insertLines(ctx, orders),
    insertCharges(ctx, orders),
    insertTokens(ctx, orders),
  ]);
}

/** The driver takes no arrays of bytes: they travel as Postgres writes them. */
const hex = (bytes: Buffer) => `\\x${bytes.toString('hex')}`;

const moment = (at: Date | null | undefined) => at?.toISOString() ?? null;

const delivered = (quantity: number): LineUnits => ({
  quantity, allocated: 0, backordered: 0, picked: 0, packed: 0, shipped: quantity, canceled: 0, delivered: quantity,
  returnRequested: 0, returned: 0,
}); // biome-ignore format: zeros

function statusesOf(order: ImportedOrder) {
  const paidMinor = order.kind === 'sale' ? order.totalMinor : 0;
  return deriveStatuses({
    kind: order.kind,
    status: 'completed',
    totalMinor: order.totalMinor,
    creditsMinor: 0,
    authorizedMinor: 0,
    capturedMinor: paidMinor,
    refundedMinor: 0,
    lastAttempt: null,
    lines: order.lines.map((line) => ({
      ...delivered(line.quantity),
      totalMinor: line.goodsMinor - line.discountMinor,
    })),
  });
}

async function insertOrders(ctx: TxCtx, currency: string, orders: readonly ImportedOrder[]): Promise<void> {
  const statuses = orders.map(statusesOf);
  await ctx.raw(ORDERS, [
    uuidOf(ctx.store.id),
    currency,
    ctx.now.toISOString(),
    orders.map((order) => order.id),
    orders.map((order) => order.number),
    orders.map((order) => order.kind),
    orders.map((order) => order.externalId),
    orders.map((order) => order.customerId),
    orders.map((order) => (order.customerName === null ? null : hex(seal(order.customerName)))),
    orders.map((order) => order.shipCountry),
    orders.map((order) => order.placedAt.toISOString()),
    orders.map((order) => order.goodsMinor),
    orders.map((order) => order.discountMinor),
    orders.map((order) => order.shippingMinor),
    orders.map((order) => order.feesMinor),
    orders.map((order) => order.totalMinor),
    statuses.map((status) => status.status),
    statuses.map((status) => status.paymentStatus),
    statuses.map((status) => status.fulfilmentStatus),
    statuses.map((status) => status.returnStatus),
    statuses.map((status) => status.dueMinor),
    statuses.map((status) => status.units),
    orders.map((order) => order.paymentMethod ?? 'settled_outside'),
    orders.map((order) => moment(order.confirmedAt)),
    orders.map((order) => moment(order.shippedAt)),
    orders.map((order) => moment(order.deliveredAt)),
    orders.map((order) => moment(order.promisedAt)),
  ]);
}

const ORDERS = `insert into orders (store_id, currency, channel, prices_include_tax, payment_method, created_at, updated_at,
    id, number, kind, external_id, customer_id, customer_name, ship_country, goods_minor, discount_minor, shipping_minor,
    fees_minor, total_minor, captured_minor, status, payment_status, fulfilment_status, return_status, due_minor, units,
    placed_at, confirmed_at, first_shipped_at, delivered_at, completed_at, promised_at)
  select $1::uuid, $2::text, 'import', true, o.method, $3::timestamptz, $3::timestamptz, o.id, o.number, o.kind,
    o.external_id, o.customer_id, o.customer_name::bytea, o.country, o.goods, o.discount, o.shipping, o.fees, o.total,
    case when o.kind = 'sale' then o.total else 0 end, o.status, o.payment, o.fulfilment, o.returned, o.due, o.units,
    o.at, coalesce(o.confirmed, o.at), case when o.kind = 'sale' then coalesce(o.shipped, o.confirmed, o.at) end,
    case when o.kind = 'sale' then coalesce(o.delivered, o.shipped, o.confirmed, o.at) end,
    coalesce(o.delivered, o.shipped, o.confirmed, o.at), o.promised
  from unnest($4::uuid[], $5::bigint[], $6::text[], $7::text[], $8::uuid[], $9::text[], $10::text[], $11::timestamptz[],
    $12::bigint[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::text[], $18::text[], $19::text[],
    $20::text[], $21::bigint[], $22::bigint[], $23::text[], $24::timestamptz[], $25::timestamptz[], $26::timestamptz[],
    $27::timestamptz[])
    as o(id, number, kind, external_id, customer_id, customer_name, country, at, goods, discount, shipping, fees, total,
      status, payment, fulfilment, returned, due, units, method, confirmed, shipped, delivered, promised)`;

async function insertLines(ctx: TxCtx, orders: readonly ImportedOrder[]): Promise<void> {
  const lines = orders.flatMap((order) => order.lines);
  if (lines.length === 0) return;
  await ctx.raw(LINES, [
    uuidOf(ctx.store.id),
    plainArray(lines.map((line) => line.id)),
    plainArray(orders.flatMap((order) => order.lines.map(() => order.id))),
    plainArray(orders.flatMap((order) => order.lines.map((_, i) => i + 1))),
    plainArray(lines.map((line) => line.variantId)),
    lines.map((line) => line.sku),
    lines.map((line) => line.title),
    plainArray(lines.map((line) => line.unitPriceE4)),
    plainArray(lines.map((line) => line.quantity)),
    plainArray(lines.map((line) => line.goodsMinor)),
    plainArray(lines.map((line) => line.discountMinor)),
  ]);
}

const LINES = `insert into order_lines (store_id, id, order_id, position, variant_id, sku, title, unit_price_e4, quantity, shipped,
    delivered, goods_minor, discount_minor, total_minor)
  select $1::uuid, l.id, l.order_id, l.position, l.variant_id, l.sku, l.title, l.price, l.quantity, l.quantity, l.quantity,
    l.goods, l.discount, l.goods - l.discount
  from unnest($2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[],
    $11::bigint[]) as l(id, order_id, position, variant_id, sku, title, price, quantity, goods, discount)`;

async function insertCharges(ctx: TxCtx, orders: readonly ImportedOrder[]): Promise<void> {
  const charges = orders.flatMap((order) => order.charges);
  if (charges.length === 0) return;
  await ctx.raw(CHARGES, [
    uuidOf(ctx.store.id),
    charges.map((charge) => charge.id),
    orders.flatMap((order) => order.charges.map(() => order.id)),
    orders.flatMap((order) => order.charges.map((_, i) => i + 1)),
    charges.map((charge) => charge.kind),
    charges.map((charge) => charge.label),
    charges.map((charge) => charge.amountMinor),
    orders.flatMap((order) => order.charges.map(() => order.placedAt.toISOString())),
  ]);
}

const CHARGES = `insert into order_charges (store_id, id, order_id, position, kind, label, amount_minor, created_at)
  select $1::uuid, c.id, c.order_id, c.position, c.kind, c.label, c.amount, c.at
  from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::bigint[], $8::timestamptz[])
    as c(id, order_id, position, kind, label, amount, at)`;

async function insertTokens(ctx: TxCtx, orders: readonly ImportedOrder[]): Promise<void> {
  const skuTokens = rememberedTokens(ctx.store.id);
  const tokens: bigint[] = [];
  const at: string[] = [];
  const ids: string[] = [];
  for (const order of orders) {
    const placedAt = order.placedAt.toISOString();
    for (const token of tokensOf(ctx.store.id, order, skuTokens)) {
      tokens.push(token);
      at.push(placedAt);
      ids.push(order.id);
    }
  }
  invariant(tokens.length > 0, 'an order is found at least by its number');
  await ctx.raw(
    `insert into order_search (store_id, token, placed_at, order_id)
     select $1::uuid, t.token, t.at, t.id from unnest($2::bigint[], $3::timestamptz[], $4::uuid[]) as t(token, at, id)
     order by t.token`,
    [uuidOf(ctx.store.id), plainArray(tokens), plainArray(at), plainArray(ids)],
  );
}

/**
 * What `orderTokens` gives, with each SKU's part worked out once a batch. A name made from a number is found by the number's
 * beginnings and by the whole name, not by the word that all such names begin with.
 */
function tokensOf(
  store: StoreId,
  order: ImportedOrder,
  skuTokens: (sku: string) => readonly bigint[],
): Set<bigint> {
  const { number, externalId, customerRef: name } = order;
  const found = new Set([
    ...orderTokens(store, { number, externalId, name, email: '', phone: '', skus: [] }),
    ...codeTokens(store, order.customerName),
  ]);
  for (const line of order.lines) for (const token of skuTokens(line.sku)) found.add(token);
  return found;
}

function rememberedTokens(store: StoreId): (sku: string) => readonly bigint[] {
  const known = new Map<string, readonly bigint[]>();
  return (sku) => {
    const found = known.get(sku) ?? codeTokens(store, sku);
    known.set(sku, found);
    return found;
  };
}
