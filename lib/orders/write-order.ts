import { postcodeArea } from '@/lib/core/address';
import type { TxCtx } from '@/lib/core/ctx';
import { type CustomerId, newId, uuidOf } from '@/lib/core/ids';
import type { OrderRequest } from './order-request';
import { orderTokens } from './order-tokens';
import type { OrderPlan } from './plan-order';

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

/** The order's lines in one statement, whatever their number. `placed` writes the routed units too. */
export async function writeLines(ctx: TxCtx, plan: OrderPlan, placed: boolean): Promise<void> {
  const { lines } = plan;
  const of = <T>(pick: (line: (typeof lines)[number]) => T) => lines.map(pick);
  await ctx.raw(LINES, [
    uuidOf(ctx.store.id),
    uuidOf(plan.request.id),
    of((line) => uuidOf(line.id)),
    of((line) => uuidOf(line.variant.id)),
    of((line) => line.variant.sku),
    of((line) => line.variant.title),
    of((line) => line.variant.variantTitle),
    of((line) => line.unitPriceE4),
    of((line) => line.quantity),
    of((line) => (placed ? line.allocated : 0)),
    of((line) => (placed ? line.backordered : 0)),
    of((line) => line.goodsMinor),
    of((line) => line.discountMinor),
    of((line) => line.variant.taxClass),
    of((line) => line.ratePpm),
    of((line) => line.taxMinor),
    of((line) => line.totalMinor),
    of((line) => line.variant.costE4),
  ]);
}

const LINES = `insert into order_lines (store_id, order_id, position, id, variant_id, sku, title, variant_title, unit_price_e4,
    quantity, allocated, backordered, goods_minor, discount_minor, tax_class, tax_rate_ppm, tax_minor, total_minor, cost_e4)
  select $1::uuid, $2::uuid, l.position, l.id, l.variant_id, l.sku, l.title, l.variant_title, l.price, l.quantity, l.allocated,
    l.backordered, l.goods, l.discount, l.tax_class, l.rate, l.tax, l.total, l.cost
  from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::bigint[], $10::bigint[],
    $11::bigint[], $12::bigint[], $13::bigint[], $14::text[], $15::int[], $16::bigint[], $17::bigint[], $18::bigint[])
    with ordinality as l(id, variant_id, sku, title, variant_title, price, quantity, allocated, backordered, goods, discount,
      tax_class, rate, tax, total, cost, position)`;

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
export async function writeCharges(ctx: TxCtx, plan: OrderPlan): Promise<void> {
  const charges = chargesOf(plan);
  if (charges.length === 0) return;
  await ctx.raw(CHARGES, [
    uuidOf(ctx.store.id),
    uuidOf(plan.request.id),
    ctx.now.toISOString(),
    charges.map(() => uuidOf(newId('chg'))),
    charges.map((charge) => charge.kind),
    charges.map((charge) => charge.label),
    charges.map((charge) => charge.basis),
    charges.map((charge) => charge.lineId),
    charges.map((charge) => charge.amount),
    charges.map((charge) => charge.rate),
    charges.map((charge) => charge.tax),
  ]);
}

const CHARGES = `insert into order_charges (store_id, order_id, created_at, position, id, kind, label, basis, line_id, amount_minor,
    tax_rate_ppm, tax_minor)
  select $1::uuid, $2::uuid, $3::timestamptz, c.position, c.id, c.kind, c.label, c.basis, c.line_id, c.amount, c.rate, c.tax
  from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::uuid[], $9::bigint[], $10::int[], $11::bigint[])
    with ordinality as c(id, kind, label, basis, line_id, amount, rate, tax, position)`;

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

/** The rows that make an order findable. */
export async function writeTokens(ctx: TxCtx, plan: OrderPlan, number: number): Promise<void> {
  const { request } = plan;
  const skus = plan.lines.map((line) => line.variant.sku);
  const tokens = orderTokens(ctx.store.id, {
    ...request.customer,
    number,
    externalId: request.externalId,
    skus,
  });
  await addTokens(ctx, request.id, ctx.now, tokens);
}

export async function addTokens(
  ctx: TxCtx,
  orderId: OrderRequest['id'],
  placedAt: Date,
  tokens: readonly bigint[],
) {
  await ctx.raw(
    `insert into order_search (store_id, token, placed_at, order_id)
     select $1::uuid, t, $2::timestamptz, $3::uuid from unnest($4::bigint[]) t on conflict do nothing`,
    [uuidOf(ctx.store.id), placedAt.toISOString(), uuidOf(orderId), tokens.map(String)],
  );
}

export async function writeAllocations(ctx: TxCtx, plan: OrderPlan): Promise<void> {
  if (plan.allocations.length === 0) return;
  await ctx.raw(
    `insert into order_allocations (store_id, order_id, line_id, warehouse_id, quantity)
     select $1::uuid, $2::uuid, a.line_id, a.warehouse_id, a.n
     from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as a(line_id, warehouse_id, n)`,
    [
      uuidOf(ctx.store.id),
      uuidOf(plan.request.id),
      plan.allocations.map(({ line }) => uuidOf(line.id)),
      plan.allocations.map(({ warehouseId }) => uuidOf(warehouseId)),
      plan.allocations.map(({ quantity }) => quantity),
    ],
  );
}
