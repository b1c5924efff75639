import { allocate, lineAmount, type Minor, mulDiv, type PriceE4, sum } from '@/lib/core/money';

/** A discount: a share in hundredths of a percent (1000 is 10 %), or a plain amount. */
export type Discount = { kind: 'percent'; hundredths: number } | { kind: 'amount'; amountMinor: Minor };

export type PricedLineInput = {
  unitPriceE4: PriceE4;
  quantity: number;
  ratePpm: number;
  discount?: Discount | null;
};
export type PriceInput = {
  currency: string;
  pricesIncludeTax: boolean;
  lines: readonly PricedLineInput[];
  discount?: Discount | null;
  /** Given the goods after discount, what shipping costs (free from a threshold, and where nothing is shipped). */
  shipping: { priceMinor: Minor; freeFromMinor: Minor | null; ratePpm: number } | null;
};

export type PricedLine = { goodsMinor: Minor; discountMinor: Minor; taxMinor: Minor; totalMinor: Minor };
export type PricedOrder = {
  lines: PricedLine[];
  goodsMinor: Minor;
  discountMinor: Minor;
  /** What each line's own discount came to, before its share of the order's. */
  ownDiscounts: Minor[];
  /** The order's own discount, already spread over the lines. */
  orderDiscountMinor: Minor;
  shippingMinor: Minor;
  shippingTaxMinor: Minor;
  taxMinor: Minor;
  totalMinor: Minor;
};

const PERCENT_BASE = 10_000;
const PPM = 1_000_000;

/** Tax within a price (inclusive) or on top of it, rounded half up, once a line (domain.md §2). */
export function taxOf(amountMinor: Minor, ratePpm: number, included: boolean): Minor {
  if (ratePpm === 0) return 0;
  return mulDiv(amountMinor, ratePpm, included ? PPM + ratePpm : PPM);
}

/** A discount never exceeds what it is taken from. */
export function discountAmount(discount: Discount | null | undefined, base: Minor): Minor {
  if (!discount) return 0;
  const wanted =
    discount.kind === 'percent' ? mulDiv(base, discount.hundredths, PERCENT_BASE) : discount.amountMinor;
  return Math.min(Math.max(wanted, 0), base);
}

/**
 * What a share of the goods comes to, rounded as discounts are: on the whole or line by line, whichever is more. So ten
 * percent given is never more than ten percent allowed.
 */
export function shareOfGoods(lines: readonly { goodsMinor: Minor }[], percent: number): Minor {
  const share = (amountMinor: Minor) => mulDiv(amountMinor, percent, 100);
  const whole = share(sum(lines.map((line) => line.goodsMinor)));
  return Math.max(whole, sum(lines.map((line) => share(line.goodsMinor))));
}

/** All amounts of an order, in minor units. The order's discount is spread by largest remainder, so parts add up. */
export function priceOrder(input: PriceInput): PricedOrder {
  const goods = input.lines.map((line) => lineAmount(line.unitPriceE4, line.quantity, input.currency));
  const own = input.lines.map((line, i) => discountAmount(line.discount, goods[i] ?? 0));
  const after = goods.map((amount, i) => amount - (own[i] ?? 0));
  const afterLines = sum(after);
  const orderDiscountMinor = discountAmount(input.discount, afterLines);
  const shares = after.length > 0 ? allocate(orderDiscountMinor, after) : [];
  const lines = input.lines.map((line, i) => {
    const net = (after[i] ?? 0) - (shares[i] ?? 0);
    const taxMinor = taxOf(net, line.ratePpm, input.pricesIncludeTax);
    return {
      goodsMinor: goods[i] ?? 0,
      discountMinor: (own[i] ?? 0) + (shares[i] ?? 0),
      taxMinor,
      totalMinor: input.pricesIncludeTax ? net : net + taxMinor,
    };
  });
  const shipping = priceShipping(input, afterLines - orderDiscountMinor);
  const added = input.pricesIncludeTax ? 0 : shipping.taxMinor;
  return {
    lines,
    goodsMinor: sum(goods),
    discountMinor: sum(own) + orderDiscountMinor,
    ownDiscounts: own,
    orderDiscountMinor,
    shippingMinor: shipping.amountMinor,
    shippingTaxMinor: shipping.taxMinor,
    taxMinor: sum(lines.map((line) => line.taxMinor)) + shipping.taxMinor,
    totalMinor: sum(lines.map((line) => line.totalMinor)) + shipping.amountMinor + added,
  };
}

function priceShipping(
  input: PriceInput,
  goodsAfterDiscount: Minor,
): { amountMinor: Minor; taxMinor: Minor } {
  const { shipping } = input;
  if (!shipping || input.lines.length === 0) return { amountMinor: 0, taxMinor: 0 };
  const free = shipping.freeFromMinor !== null && goodsAfterDiscount >= shipping.freeFromMinor;
  const amountMinor = free ? 0 : shipping.priceMinor;
  return { amountMinor, taxMinor: taxOf(amountMinor, shipping.ratePpm, input.pricesIncludeTax) };
}
