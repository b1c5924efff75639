import { invariant } from './errors';

/** Integer minor units of a currency (pence, fen, yen): a safe integer. */
export type Minor = number;
/** A unit price in ten-thousandths of the major unit (12.3456 GBP is 123456): a safe integer. */
export type PriceE4 = number;

export const PRICE_DECIMALS = 4;

/** ISO 4217 exponents that differ from 2. Source: ISO 4217 list one, 2024. */
const EXPONENTS: Record<string, number> = {
  BHD: 3, BIF: 0, CLP: 0, DJF: 0, GNF: 0, IQD: 3, ISK: 0, JOD: 3, JPY: 0, KMF: 0, KRW: 0, KWD: 3, LYD: 3, OMR: 3,
  PYG: 0, RWF: 0, TND: 3, UGX: 0, UYI: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
}; // biome-ignore format: a table

/** Decimal places of a currency's minor unit. */
export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

export function safe(value: bigint | number): number {
  const number = Number(value);
  invariant(Number.isSafeInteger(number), `amount out of range: ${value}`);
  return number;
}

export function sum(amounts: Iterable<Minor>): Minor {
  let total = 0n;
  for (const amount of amounts) total += BigInt(amount);
  return safe(total);
}

/** a × b ÷ c, rounded half away from zero, without floating point. */
export function mulDiv(a: number, b: number, c: number): Minor {
  return safe(exactDiv(a, b, c));
}

function exactDiv(a: number, b: number, c: number): bigint {
  const n = BigInt(a) * BigInt(b);
  const d = BigInt(c);
  invariant(d > 0n, 'mulDiv by a positive number');
  const magnitude = n < 0n ? -n : n;
  const rounded = (2n * magnitude + d) / (2n * d);
  return n < 0n ? -rounded : rounded;
}

/** Price × quantity in minor units, rounded half away from zero once, on the line. */
export function lineAmount(priceE4: PriceE4, quantity: number, currency: string): Minor {
  return safe(exactAmount(priceE4, quantity, currency));
}

/** The same however large it is: to be judged before it is taken for an amount. */
export function exactAmount(priceE4: PriceE4, quantity: number, currency: string): bigint {
  return exactDiv(priceE4, quantity, 10 ** (PRICE_DECIMALS - exponentOf(currency)));
}

/**
 * Splits an amount over weights so that the parts add up exactly (largest remainder; ties to the earlier part).
 * All weights zero: everything goes to the first part.
 */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  invariant(
    weights.length > 0 && weights.every((w) => Number.isSafeInteger(w) && w >= 0),
    'weights are counts',
  );
  const total = weights.reduce((a, w) => a + BigInt(w), 0n);
  if (total === 0n) return weights.map((_, i) => (i === 0 ? amount : 0));
  const sign = amount < 0 ? -1n : 1n;
  const magnitude = BigInt(Math.abs(amount));
  const parts = weights.map((w, i) => {
    const n = magnitude * BigInt(w);
    return { i, share: n / total, rest: n % total };
  });
  let left = magnitude - parts.reduce((a, p) => a + p.share, 0n);
  for (const part of [...parts].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    part.share += 1n;
    left -= 1n;
  }
  return parts.map((p) => safe(sign * p.share));
}

export function parsePrice(text: string): PriceE4 | null {
  return parseDecimal(text, PRICE_DECIMALS);
}

/** Decimal text with a point to an integer scaled by 10^decimals; null when it does not fit exactly. */
export function parseDecimal(text: string, decimals: number): number | null {
  const match = /^([+-]?)(\d{1,15})(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return null;
  const scaled = BigInt(match[2] + fraction.padEnd(decimals, '0'));
  const value = Number(match[1] === '-' ? -scaled : scaled);
  return Number.isSafeInteger(value) ? value : null;
}

export function decimalText(scaled: number, decimals: number): string {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const head = digits.slice(0, digits.length - decimals);
  const tail = decimals > 0 ? `.${digits.slice(digits.length - decimals)}` : '';
  return `${scaled < 0 ? '-' : ''}${head}${tail}`;
}
