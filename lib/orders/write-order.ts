import { orders } from '@/db/schema/orders';
import { postcodeArea } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, newId, type OrderId, uuidOf } from '@/lib/core/ids';
import { insertMany, insertRows } from '@/lib/core/insert-row';
import { Params } from '@/lib/core/params';
import { type Happened, insertEvents } from '@/lib/events/record';
import type { OrderRequest } from './order-request';
import { orderTokens } from './order-tokens';
import type { OrderPlan, PlannedLine } from './plan-order';

/** The columns of an order that its request and plan decide, drafts and placed ones alike. */
export function orderColumns(plan: OrderPlan, customerId: CustomerId | null) {
  const { request, priced, facts } = plan;
  return {
    channel: request.channel,
    externalId: request.externalId,
    customerId,
    pricesIncludeTax: facts.rules.pricesIncludeTax,
    paymentMethod: request.paymentMethod,
    shippingMethodId: request.shippingMethodId,
    shippingMethodName: facts.shipping?.name ?? '',
    ...personalColumns(request),
    goodsMinor: priced.goodsMinor,
    discountMinor: priced.discountMinor,
    shippingMinor: priced.shippingMinor,
    taxMinor: priced.taxMinor,
    totalMinor: priced.totalMinor,
    dueMinor: priced.totalMinor,
    units: plan.lines.reduce((sum, line) => sum + line.quantity, 0),
    tags: request.tags,
    discountReason: request.discountReason,
  };
}

export function personalColumns(request: Pick<OrderRequest, 'customer' | 'shipTo' | 'billTo'>) {
  const { customer, shipTo, billTo } = request;
  return {
    customerName: customer.name,
    email: customer.email || null,
    phone: customer.phone || null,
    shipTo: shipTo ? JSON.stringify(shipTo) : null,
    billTo: billTo ? JSON.stringify(billTo) : null,
    shipCountry: shipTo?.country ?? null,
    shipCity: shipTo?.city ?? '',
    shipPostcodeArea: shipTo ? postcodeArea(shipTo.postcode) : '',
  };
}

/** Rows of orders as INSERTs: each may be sent alone, or as a part of the one statement of a placement. */
type Planned = { orderId: OrderId; plan: OrderPlan; at: Date };

const storeOf = (p: Params, ctx: TxCtx): string => p.add(uuidOf(ctx.store.id), 'uuid');

/** The orders' lines, whatever their number. `placed` writes the routed units too. */
function insertLines(p: Params, store: string, planned: readonly Planned[], placed: boolean): string {
  const rows = planned.flatMap(({ orderId, plan }) =>
    plan.lines.map((line, i) => ({ order: uuidOf(orderId), position: i + 1, line })),
  );
  const own = (pick: (row: (typeof rows)[number]) => unknown, type: string) => p.add(rows.map(pick), type);
  const of = (pick: (line: PlannedLine) => unknown, type: string) => own(({ line }) => pick(line), type);
  return `insert into order_lines (store_id, order_id, position, id, variant_id, sku, title, variant_title, unit_price_e4,
      quantity, allocated, backordered, goods_minor, discount_minor, tax_class, tax_rate_ppm, tax_minor, total_minor, cost_e4)
    select ${store}, l.* from unnest(${own(({ order }) => order, 'uuid[]')}, ${own(({ position }) => position, 'int[]')},
      ${of((line) => uuidOf(line.id), 'uuid[]')}, ${of((line) => uuidOf(line.variant.id), 'uuid[]')},
      ${of((line) => line.variant.sku, 'text[]')}, ${of((line) => line.variant.title, 'text[]')},
      ${of((line) => line.variant.variantTitle, 'text[]')}, ${of((line) => line.unitPriceE4, 'bigint[]')},
      ${of((line) => line.quantity, 'bigint[]')}, ${of((line) => (placed ? line.allocated : 0), 'bigint[]')},
      ${of((line) => (placed ? line.backordered : 0), 'bigint[]')}, ${of((line) => line.goodsMinor, 'bigint[]')},
      ${of((line) => line.discountMinor, 'bigint[]')}, ${of((line) => line.variant.taxClass, 'text[]')},
      ${of((line) => line.ratePpm, 'int[]')}, ${of((line) => line.taxMinor, 'bigint[]')},
      ${of((line) => line.totalMinor, 'bigint[]')}, ${of((line) => line.variant.costE4, 'bigint[]')}) as l`;
}

type Charge = {
  kind: string;
  label: string;
  basis: string;
  lineId: string | null;
  amount: number;
  rate: number;
  tax: number;
};

/** Shipping and the discounts with their reasons, as charge rows. */
function insertCharges(p: Params, store: string, planned: readonly Planned[]): string {
  const rows = planned.flatMap(({ orderId, plan, at }) =>
    chargesOf(plan).map((charge, i) => ({ order: uuidOf(orderId), at, position: i + 1, charge })),
  );
  const own = (pick: (row: (typeof rows)[number]) => unknown, type: string) => p.add(rows.map(pick), type);
  const of = (pick: (charge: Charge) => unknown, type: string) => own(({ charge }) => pick(charge), type);
  return `insert into order_charges (store_id, order_id, created_at, position, id, kind, label, basis, line_id,
      amount_minor, tax_rate_ppm, tax_minor)
    select ${store}, c.* from unnest(${own(({ order }) => order, 'uuid[]')},
      ${own(({ at }) => at.toISOString(), 'timestamptz[]')}, ${own(({ position }) => position, 'int[]')},
      ${of(() => uuidOf(newId('chg')), 'uuid[]')}, ${of((charge) => charge.kind, 'text[]')},
      ${of((charge) => charge.label, 'text[]')}, ${of((charge) => charge.basis, 'text[]')},
      ${of((charge) => charge.lineId, 'uuid[]')}, ${of((charge) => charge.amount, 'bigint[]')},
      ${of((charge) => charge.rate, 'int[]')}, ${of((charge) => charge.tax, 'bigint[]')}) as c`;
}

function chargesOf(plan: OrderPlan): Charge[] {
  const { request, priced, facts } = plan;
  const charges: Charge[] = [];
  const discount = { kind: 'discount', label: request.discountReason, rate: 0, tax: 0 };
  for (const [i, line] of plan.lines.entries()) {
    const own = request.lines[i]?.discount;
    if (!own) continue;
    const basis = basisOf(own);
    charges.push({ ...discount, basis, lineId: uuidOf(line.id), amount: -ownDiscount(plan, i) });
  }
  if (request.discount) {
    charges.push({
      ...discount,
      basis: basisOf(request.discount),
      lineId: null,
      amount: -priced.orderDiscountMinor,
    });
  }
  if (facts.shipping) {
    const { shippingMinor: amount, shippingTaxMinor: tax } = priced;
    charges.push({
      kind: 'shipping', label: facts.shipping.name, basis: 'amount', lineId: null, amount, rate: plan.shippingRatePpm, tax,
    }); // biome-ignore format: short
  }
  return charges;
}

const basisOf = (discount: NonNullable<OrderRequest['discount']>) =>
  discount.kind === 'percent' ? `percent:${discount.hundredths}` : 'amount';

/** A line's own discount: its whole discount less its share of the order's. */
function ownDiscount(plan: OrderPlan, i: number): number {
  return plan.priced.ownDiscounts[i] ?? 0;
}

function insertAllocations(p: Params, store: string, planned: readonly Planned[]): string {
  const rows = planned.flatMap(({ orderId, plan }) =>
    plan.allocations.map((allocation) => ({ ...allocation, order: uuidOf(orderId) })),
  );
  const of = (pick: (row: (typeof rows)[number]) => unknown, type: string) => p.add(rows.map(pick), type);
  return `insert into order_allocations (store_id, order_id, line_id, warehouse_id, quantity)
    select ${store}, a.* from unnest(${of(({ order }) => order, 'uuid[]')}, ${of(({ line }) => uuidOf(line.id), 'uuid[]')},
      ${of(({ warehouseId }) => uuidOf(warehouseId), 'uuid[]')}, ${of(({ quantity }) => quantity, 'bigint[]')}) as a`;
}

type Found = { orderId: OrderId; placedAt: Date; tokens: readonly bigint[] };

/** The rows that make orders findable. */
function insertTokens(p: Params, store: string, found: readonly Found[]): string {
  const rows = found.flatMap(({ orderId, placedAt, tokens }) =>
    tokens.map((token) => ({ token: String(token), at: placedAt.toISOString(), order: uuidOf(orderId) })),
  );
  const of = (pick: (row: (typeof rows)[number]) => unknown, type: string) => p.add(rows.map(pick), type);
  return `insert into order_search (store_id, token, placed_at, order_id)
    select ${store}, t.* from unnest(${of(({ token }) => token, 'bigint[]')}, ${of(({ at }) => at, 'timestamptz[]')},
      ${of(({ order }) => order, 'uuid[]')}) as t`;
}

/** A draft's lines and charges, in one statement: it holds no stock and is found by its own list. */
export async function writeDraftRows(ctx: TxCtx, plan: OrderPlan): Promise<void> {
  const p = new Params();
  const store = storeOf(p, ctx);
  const planned = [{ orderId: plan.request.id, plan, at: ctx.now }];
  await sendTogether(ctx, p, [insertLines(p, store, planned, false), insertCharges(p, store, planned)]);
}

type OrderRow = typeof orders.$inferInsert;

/** One order being placed, by whom and when. A new order's own row is written with it, a draft's is there. */
export type Placing = {
  ctx: TxCtx;
  plan: OrderPlan;
  number: number;
  happened: Happened;
  row: OrderRow | null;
};

/** What placements write, with their events, in one statement however many they are: all with a row, or one without. */
export async function writePlacedRows(ctx: TxCtx, placings: readonly [Placing, ...Placing[]]): Promise<void> {
  const p = new Params();
  const store = storeOf(p, ctx);
  const planned = placings.map(({ plan, ctx }) => ({ orderId: plan.request.id, plan, at: ctx.now }));
  const rows = placings.flatMap(({ row }) => (row ? [row] : []));
  await sendTogether(ctx, p, [
    insertLines(p, store, planned, true),
    insertCharges(p, store, planned),
    insertAllocations(p, store, planned),
    insertTokens(p, store, placings.map(foundBy)),
    insertEvents(p, placings),
    // The last part is run first: of two equal requests the second waits, and fails, at the order's own row.
    ...insertOrders(p, rows),
  ]);
}

function insertOrders(p: Params, [first, ...more]: readonly OrderRow[]): string[] {
  if (!first) return [];
  return [more.length === 0 ? insertRows(p, orders, [first]) : insertMany(p, orders, [first, ...more])];
}

function foundBy({ ctx, plan, number }: Placing): Found {
  const { id: orderId, customer, externalId } = plan.request;
  const skus = plan.lines.map((line) => line.variant.sku);
  const tokens = orderTokens(ctx.store.id, { ...customer, number, externalId, skus });
  return { orderId, placedAt: ctx.now, tokens };
}

/** Several INSERTs as one statement: one message, one plan; keys between them are checked at its end. */
async function sendTogether(ctx: TxCtx, p: Params, inserts: readonly string[]): Promise<void> {
  const parts = inserts.map((insert, i) => `part_${i} as (${insert})`);
  await ctx.raw(`with ${parts.join(', ')} select 1`, p.values);
}

/** Makes an order findable by more than it was placed with. */
export async function addTokens(
  ctx: TxCtx,
  orderId: OrderId,
  placedAt: Date,
  tokens: readonly bigint[],
): Promise<void> {
  const p = new Params();
  const insert = insertTokens(p, storeOf(p, ctx), [{ orderId, placedAt, tokens }]);
  await ctx.raw(`${insert} on conflict do nothing`, p.values);
}
