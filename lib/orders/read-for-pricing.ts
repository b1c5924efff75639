import { skuKey } from '@/lib/catalog/variant-input';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type CustomerId, type Id, idOf, uuidOf, type VariantId } from '@/lib/core/ids';
import { formatInTimeZoneDay } from '@/lib/core/time';
import { emailFingerprint } from '@/lib/customers/customer-input';
import type { Supply } from '@/lib/stock/choose-warehouse';
import type { OrderRequest } from './order-request';

export type VariantFacts = {
  id: VariantId;
  sku: string;
  skuKey: string;
  title: string;
  variantTitle: string;
  priceE4: number;
  costE4: number | null;
  taxClass: string;
  sellable: boolean;
  backorderRoom: number;
};

export type ShippingFacts = {
  id: Id<'shm'>;
  name: string;
  priceMinor: number;
  freeFromMinor: number | null;
  countries: string[];
  transitDaysMax: number;
};

export type PricingRules = {
  pricesIncludeTax: boolean;
  shippingTaxClass: string;
  handlingDays: number;
  cutOff: string;
  workingDays: number[];
  confirmation: 'automatic' | 'manual';
  transferPaymentDays: number;
  onlinePaymentMinutes: number;
  splitShipments: boolean;
};

/** Everything needed to price and route one request, read in one pipelined batch. */
export type PricingFacts = {
  rules: PricingRules;
  country: string;
  rates: Map<string, number>;
  shipping: ShippingFacts | null;
  variants: VariantFacts[];
  supply: (Supply & { safetyStock: number })[];
  customerId: CustomerId | null;
};

export async function readForPricing(ctx: TxCtx, request: OrderRequest): Promise<PricingFacts> {
  const store = uuidOf(ctx.store.id);
  const ids = request.lines.flatMap((line) => (line.variantId ? [uuidOf(line.variantId)] : []));
  const skus = request.lines.flatMap((line) => (line.sku ? [skuKey(line.sku)] : []));
  const day = formatInTimeZoneDay(ctx.now, ctx.store.timeZone);
  const email = emailFingerprint(ctx.store.id, request.customer.email || null);
  const [goods, [row]] = await Promise.all([
    ctx.raw<GoodsRow>(GOODS, [store, ids, skus]),
    ctx.raw<RulesRow>(RULES, [
      store,
      request.shipTo?.country ?? null,
      day,
      request.shippingMethodId ? uuidOf(request.shippingMethodId) : null,
      request.customer.id ? uuidOf(request.customer.id) : null,
      request.customer.id || email === null ? null : email.toString('hex'),
    ]),
  ]);
  invariant(row, 'the rules of a store');
  return {
    rules: row.rules,
    country: row.country,
    rates: new Map((row.rates ?? []).map((rate) => [rate.tax_class, rate.rate_ppm])),
    shipping: row.shipping ? { ...row.shipping, id: idOf('shm', row.shipping.id) } : null,
    ...sortGoods(goods),
    customerId: row.customer_id ? idOf('cus', row.customer_id) : null,
  };
}

type GoodsRow = {
  id: string;
  sku: string;
  sku_key: string;
  title: string;
  variant_title: string;
  price_e4: number;
  cost_e4: number | null;
  tax_class: string;
  sellable: boolean;
  room: number;
} & (
  | { warehouse_id: string; priority: number; available: number; safety_stock: number }
  | { warehouse_id: null }
);
type RulesRow = {
  rules: PricingRules;
  country: string;
  rates: { tax_class: string; rate_ppm: number }[] | null;
  shipping: (Omit<ShippingFacts, 'id'> & { id: string }) | null;
  customer_id: string | null;
};

/** The variants, each once, and what the warehouses have of them. */
function sortGoods(rows: readonly GoodsRow[]): Pick<PricingFacts, 'variants' | 'supply'> {
  const variants = new Map<string, VariantFacts>();
  const supply: PricingFacts['supply'] = [];
  for (const row of rows) {
    const variant = variants.get(row.id) ?? variantFacts(row);
    variants.set(row.id, variant);
    if (row.warehouse_id === null) continue;
    supply.push({
      warehouseId: idOf('whs', row.warehouse_id),
      priority: row.priority,
      variantId: variant.id,
      free: row.available,
      safetyStock: row.safety_stock,
    });
  }
  return { variants: [...variants.values()], supply };
}

const variantFacts = (row: GoodsRow): VariantFacts => ({
  id: idOf('var', row.id),
  sku: row.sku,
  skuKey: row.sku_key,
  title: row.title,
  variantTitle: row.variant_title,
  priceE4: row.price_e4,
  costE4: row.cost_e4,
  taxClass: row.tax_class,
  sellable: row.sellable,
  backorderRoom: row.room,
});

/**
 * The asked variants, each with what every warehouse has of it: a row a warehouse, or one without. The lists are read
 * through `array(select …)` so that their length does not tempt the planner to plan each call anew.
 */
const GOODS = `select v.id, v.sku, v.sku_key, p.title, v.title as variant_title, v.price_e4, v.cost_e4, v.tax_class,
    (v.status = 'active' and p.status = 'active') as sellable, coalesce(b.cap - b.backordered, 0) as room,
    s.warehouse_id, s.priority, s.available, s.safety_stock
  from variants v
  join products p on p.store_id = v.store_id and p.id = v.product_id
  left join backorders b on b.store_id = v.store_id and b.variant_id = v.id
  left join lateral (
    select l.warehouse_id, w.priority, l.available, l.safety_stock from stock_levels l
    join warehouses w on w.store_id = l.store_id and w.id = l.warehouse_id and w.active
    where l.store_id = v.store_id and l.variant_id = v.id and l.available > 0) s on true
  where v.store_id = $1::uuid and (v.id = any(array(select unnest($2::uuid[])))
    or v.sku_key = any(array(select unnest($3::text[]))))`;

/** One row: the store's rules, the rates of the destination (the exact country before '*'), method and customer. */
const RULES = `select json_build_object(
      'pricesIncludeTax', s.prices_include_tax, 'shippingTaxClass', s.shipping_tax_class, 'handlingDays', s.handling_days,
      'cutOff', s.cut_off, 'workingDays', s.working_days, 'confirmation', s.confirmation,
      'transferPaymentDays', s.transfer_payment_days, 'onlinePaymentMinutes', s.online_payment_minutes,
      'splitShipments', s.split_shipments) as rules,
    coalesce($2::text, st.country) as country,
    (select json_agg(json_build_object('tax_class', r.tax_class, 'rate_ppm', r.rate_ppm)) from (
      select distinct on (t.tax_class) t.tax_class, t.rate_ppm from tax_rates t
      where t.store_id = $1::uuid and t.country in (coalesce($2::text, st.country), '*')
        and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date)
      order by t.tax_class, (t.country = '*'), t.valid_from desc) r) as rates,
    (select json_build_object('id', m.id, 'name', m.name, 'priceMinor', m.price_minor, 'freeFromMinor', m.free_from_minor,
        'countries', m.countries, 'transitDaysMax', m.transit_days_max)
      from shipping_methods m where m.store_id = $1::uuid and m.id = $4::uuid and m.active) as shipping,
    (select c.id from customers c where c.store_id = $1::uuid and
      (c.id = $5::uuid or c.email_token = decode($6::text, 'hex')) limit 1) as customer_id
  from store_settings s join stores st on st.id = s.store_id
  where s.store_id = $1::uuid`;
