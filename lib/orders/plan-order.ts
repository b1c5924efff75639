import { skuKey } from '@/lib/catalog/variant-input';
import type { StoreRef } from '@/lib/core/ctx';
import { DomainError, type Problem } from '@/lib/core/errors';
import type { VariantId, WarehouseId } from '@/lib/core/ids';
import { exactAmount } from '@/lib/core/money';
import { type Allocation, chooseWarehouses, type Demand } from '@/lib/stock/choose-warehouse';
import { promiseBy, shipBy } from '@/lib/stores/ship-by';
import { MAX_AMOUNT, type OrderRequest, type RequestLine } from './order-request';
import { PAY_LATER_METHODS } from './order-state';
import { type PricedLine, type PricedOrder, priceOrder } from './price-order';
import type { PricingFacts, VariantFacts } from './read-for-pricing';

export type PlannedLine = RequestLine &
  PricedLine & {
    variant: VariantFacts;
    unitPriceE4: number;
    ratePpm: number;
    allocated: number;
    backordered: number;
  };
export type Short = { sku: string; wanted: number; left: number };
export type OrderPlan = {
  request: OrderRequest;
  facts: PricingFacts;
  lines: PlannedLine[];
  priced: PricedOrder;
  shippingRatePpm: number;
  allocations: { line: PlannedLine; warehouseId: WarehouseId; quantity: number }[];
  backorders: Demand[];
  short: Short[];
};

/** Prices a request and chooses its warehouses. Pure. Throws INVALID with every problem at once. */
export function planOrder(request: OrderRequest, facts: PricingFacts, store: StoreRef): OrderPlan {
  const matched = matchLines(request, facts);
  refuseHuge(matched, store.currency);
  const shippingRatePpm = facts.rates.get(facts.rules.shippingTaxClass) ?? 0;
  const priced = priceOrder({
    currency: store.currency,
    pricesIncludeTax: facts.rules.pricesIncludeTax,
    lines: matched,
    discount: request.discount,
    shipping: facts.shipping ? { ...facts.shipping, ratePpm: shippingRatePpm } : null,
  });
  const lines = matched.map((line, i) => ({ ...line, ...pricedAt(priced, i), allocated: 0, backordered: 0 }));
  return { request, facts, lines, priced, shippingRatePpm, ...route(lines, facts, request) };
}

/** An order's goods stay far below what an integer holds exactly, and no more than one payment can settle. */
function refuseHuge(lines: readonly MatchedLine[], currency: string): void {
  let total = 0n;
  for (const { unitPriceE4, quantity } of lines) total += exactAmount(unitPriceE4, quantity, currency);
  if (total <= BigInt(MAX_AMOUNT)) return;
  const problems = [{ pointer: '/lines', key: 'order-errors.tooMuch' }];
  throw new DomainError('INVALID', 'order-errors.invalid', { problems });
}

const NOTHING: PricedLine = { goodsMinor: 0, discountMinor: 0, taxMinor: 0, totalMinor: 0 };
const pricedAt = (priced: PricedOrder, i: number): PricedLine => priced.lines[i] ?? NOTHING;

type MatchedLine = RequestLine & { variant: VariantFacts; unitPriceE4: number; ratePpm: number };

function matchLines(request: OrderRequest, facts: PricingFacts): MatchedLine[] {
  const byId = new Map<VariantId, VariantFacts>(facts.variants.map((variant) => [variant.id, variant]));
  const bySku = new Map(facts.variants.map((variant) => [variant.skuKey, variant]));
  const problems: Problem[] = [];
  const lines = request.lines.flatMap((line, i) => {
    const variant = line.variantId ? byId.get(line.variantId) : bySku.get(skuKey(line.sku ?? ''));
    const pointer = line.sku ? `/lines/${i}/sku` : `/lines/${i}/variantId`;
    if (!variant) problems.push({ pointer, key: 'order-errors.unknownSku', params: { sku: line.sku ?? '' } });
    else if (!variant.sellable) {
      problems.push({ pointer, key: 'order-errors.notSellable', params: { sku: variant.sku } });
    }
    if (!variant) return [];
    const unitPriceE4 = line.unitPriceE4 ?? variant.priceE4;
    return [{ ...line, variant, unitPriceE4, ratePpm: facts.rates.get(variant.taxClass) ?? 0 }];
  });
  problems.push(...shippingProblems(request, facts));
  if (request.customer.id && !facts.customerId) {
    problems.push({ pointer: '/customer/id', key: 'order-errors.unknownCustomer' });
  }
  if (problems.length > 0) throw new DomainError('INVALID', 'order-errors.invalid', { problems });
  return lines;
}

function shippingProblems(request: OrderRequest, facts: PricingFacts): Problem[] {
  const pointer = '/shippingMethodId';
  if (!request.shippingMethodId) return [];
  if (!facts.shipping) return [{ pointer, key: 'order-errors.unknownShipping' }];
  const { countries, name } = facts.shipping;
  if (countries.length > 0 && !countries.includes(facts.country)) {
    return [
      { pointer, key: 'order-errors.shippingElsewhere', params: { method: name, country: facts.country } },
    ];
  }
  return request.shipTo ? [] : [{ pointer: '/shipTo', key: 'order-errors.addressNeeded' }];
}

/** Staff may knowingly go below the safety stock; shoppers and the API may not. */
export const keepsSafetyStock = ({ channel }: Pick<OrderRequest, 'channel'>) => channel !== 'staff';

function route(lines: PlannedLine[], facts: PricingFacts, request: OrderRequest) {
  const guarded = keepsSafetyStock(request);
  const supply = facts.supply.map((level) => ({
    ...level,
    free: level.free - (guarded ? level.safetyStock : 0),
  }));
  const demands = lines.map((line) => ({ variantId: line.variant.id, quantity: line.quantity }));
  const routing = chooseWarehouses(demands, supply, facts.rules.splitShipments);
  const short: Short[] = [];
  const backorders: Demand[] = [];
  for (const { variantId, quantity } of routing.missing) {
    const variant = facts.variants.find((known) => known.id === variantId);
    if (!variant) continue;
    const wanted = demands.filter((d) => d.variantId === variantId).reduce((sum, d) => sum + d.quantity, 0);
    if (quantity <= variant.backorderRoom) backorders.push({ variantId, quantity });
    else short.push({ sku: variant.sku, wanted, left: wanted - quantity + variant.backorderRoom });
  }
  return { allocations: spread(lines, routing.allocations), backorders, short };
}

/** Hands the chosen units to the lines in order; what is left of a line is backordered. */
function spread(lines: PlannedLine[], allocations: Allocation[]): OrderPlan['allocations'] {
  const left = allocations.map((allocation) => ({ ...allocation }));
  const spreadOut: OrderPlan['allocations'] = [];
  for (const line of lines) {
    let wanted = line.quantity;
    for (const source of left) {
      if (source.variantId !== line.variant.id || source.quantity === 0 || wanted === 0) continue;
      const quantity = Math.min(wanted, source.quantity);
      source.quantity -= quantity;
      wanted -= quantity;
      spreadOut.push({ line, warehouseId: source.warehouseId, quantity });
    }
    line.allocated = line.quantity - wanted;
    line.backordered = wanted;
  }
  return spreadOut;
}

export type Placement = {
  status: 'pending' | 'confirmed';
  paymentStatus: 'paid' | 'unpaid';
  fulfilmentStatus: 'allocated' | 'backordered';
  confirmedAt: Date | null;
  shipByAt: Date | null;
  promisedAt: Date | null;
  payByAt: Date | null;
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Where a newly placed order stands: confirmed at once when its terms need no money first and the store says so. */
export function placement(plan: OrderPlan, store: StoreRef, now: Date): Placement {
  const { rules, shipping } = plan.facts;
  const free = plan.priced.totalMinor === 0;
  const needsMoney = !free && !PAY_LATER_METHODS.includes(plan.request.paymentMethod);
  const confirmed = !needsMoney && rules.confirmation === 'automatic';
  const handling = { ...rules, timeZone: store.timeZone };
  const expectedShipBy = shipBy(now, handling);
  const transfer = plan.request.paymentMethod === 'bank_transfer' || plan.request.paymentMethod === 'cash';
  const limitMs = transfer ? rules.transferPaymentDays * DAY_MS : rules.onlinePaymentMinutes * MINUTE_MS;
  return {
    status: confirmed ? 'confirmed' : 'pending',
    paymentStatus: free ? 'paid' : 'unpaid',
    fulfilmentStatus: plan.backorders.length > 0 ? 'backordered' : 'allocated',
    confirmedAt: confirmed ? now : null,
    shipByAt: confirmed ? expectedShipBy : null,
    promisedAt: shipping ? promiseBy(expectedShipBy, shipping.transitDaysMax, handling) : null,
    payByAt: needsMoney ? new Date(now.getTime() + limitMs) : null,
  };
}
