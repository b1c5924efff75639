/** What a row of an order file must say. */
export const FIELDS = [
  'document', 'sku', 'title', 'quantity', 'at', 'unitPrice', 'customerRef', 'country',
] as const; // biome-ignore format: a list
export type Field = (typeof FIELDS)[number];

/** How a file writes a moment: `2010-12-01 08:26:00`, or month, day and year as `12/1/10 8:26`. */
export type DateStyle = 'iso' | 'month-first' | 'day-first';

/** What a code that is no goods stands for; `either` is a fee when it adds and a discount when it takes away. */
export type ChargeCode = 'shipping' | 'fee' | 'discount' | 'either';

/** How one source writes its orders: data, so that another year or merchant needs another mapping and no code. */
export type SourceMapping = {
  source: string;
  /** The headers a column may carry, folded to lower case without spaces or signs. */
  columns: Record<Field, readonly string[]>;
  dateStyles: readonly DateStyle[];
  /** Documents whose number begins so take goods back, or write a debt off. */
  cancellationPrefix: string;
  badDebtPrefix: string;
  /** Codes that are no goods, as SKU keys. */
  charges: Readonly<Record<string, ChargeCode>>;
  /** SKU keys beginning so are no goods either. */
  chargePrefixes: Readonly<Record<string, ChargeCode>>;
  /** Country names the usual English ones do not cover; null where no single country is meant. */
  countries: Readonly<Record<string, string | null>>;
};

/** Headers are compared without case, spaces and signs: `Customer ID`, `CustomerID` and `customer_id` are one. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a code stands for, or null for goods. */
export function chargeOf(mapping: SourceMapping, skuKey: string): ChargeCode | null {
  const exact = mapping.charges[skuKey];
  if (exact) return exact;
  for (const [prefix, code] of Object.entries(mapping.chargePrefixes)) {
    if (skuKey.startsWith(prefix)) return code;
  }
  return null;
}
