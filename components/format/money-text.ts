import { intlLocale } from '@/lib/i18n/locales';

/** Integer minor units of a currency, in any shape they travel in. */
export type Minor = bigint | number | string;

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(intlLocale(locale), {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    formats.set(key, format);
  }
  return format;
}

/** How many decimals the currency has: JPY 0, GBP 2, KWD 3. */
export function currencyExponent(currency: string): number {
  return moneyFormat(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;
}

/** "123456" pence as "1234.56": exact for any size, no floating point on the way. */
export function minorToDecimal(minor: Minor, currency: string): string {
  const value = BigInt(minor);
  const exponent = currencyExponent(currency);
  const digits = (value < 0n ? -value : value).toString().padStart(exponent + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (exponent === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/** Intl takes decimals as text without loss; its type wants to know that they are decimals. */
function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}

/** The amount as people read it, with a true minus sign. */
export function moneyText(minor: Minor, currency: string, locale: string): string {
  const decimal = minorToDecimal(minor, currency);
  if (!isDecimal(decimal)) throw new RangeError(`not an amount: ${decimal}`);
  return moneyFormat(currency, locale).format(decimal).replace('-', '−');
}

/** The symbol alone, for the front of an input. */
export function currencySymbol(currency: string, locale: string): string {
  const parts = moneyFormat(currency, locale).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** What stands in a money input: grouped by nothing, so that it can be typed over. */
export function minorToInput(minor: Minor, currency: string): string {
  return minorToDecimal(minor, currency);
}

export type ParsedMoney =
  | { ok: true; minor: bigint | null }
  | { ok: false; problem: 'notANumber' | 'tooManyDecimals' | 'negative' | 'tooLarge' };

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * What a person typed, as minor units; empty is `null`. Understands the locale's own separators,
 * full-width digits, spaces, and a currency sign or code in front or behind.
 */
export function parseMoney(
  text: string,
  currency: string,
  locale: string,
  options: { negative?: boolean } = {},
): ParsedMoney {
  return parseScaled(text, currencyExponent(currency), locale, { ...options, currency });
}

/** The same for any number of decimals: a unit price has four, whatever its currency. */
export function parseScaled(
  text: string,
  exponent: number,
  locale: string,
  options: { negative?: boolean; currency?: string } = {},
): ParsedMoney {
  const currency = options.currency ?? '';
  const plain = text
    .normalize('NFKC')
    .replaceAll('−', '-')
    .replace(new RegExp(`^(-?)\\s*${escaped(currency)}|${escaped(currency)}\\s*$`, 'i'), '$1')
    .replace(/[\p{Sc}\s'’_]/gu, '')
    .replace(/^(-?)(?:kr|zł|RMB)|(?:kr|zł|元|円)$/iu, '$1');
  if (plain === '') return { ok: true, minor: null };
  const number = withPointDecimal(plain, locale);
  if (number === undefined) return { ok: false, problem: 'notANumber' };
  const [, sign = '', whole = '', fraction = ''] = number;
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0');
  if (/[1-9]/.test(fraction.slice(exponent))) return { ok: false, problem: 'tooManyDecimals' };
  const value = BigInt(`${whole || '0'}${kept}`);
  if (value > LARGEST) return { ok: false, problem: 'tooLarge' };
  if (sign && !options.negative && value > 0n) return { ok: false, problem: 'negative' };
  return { ok: true, minor: sign ? -value : value };
}

/** Decides which of `.` and `,` parts the decimals, then matches sign, whole and fraction. */
function withPointDecimal(plain: string, locale: string): RegExpExecArray | undefined {
  const parts = new Intl.NumberFormat(intlLocale(locale)).formatToParts(1234567.8);
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.';
  const group = decimal === '.' ? ',' : '.';
  const groups = new RegExp(`^-?\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d*)?$`);
  let text = plain;
  if (groups.test(text)) text = text.replaceAll(group, '');
  else if (text.includes(group) && !text.includes(decimal)) {
    if (text.indexOf(group) !== text.lastIndexOf(group)) return undefined;
    text = text.replace(group, decimal);
  }
  text = text.replace(decimal, '.');
  return /^(-?)(?=\.?\d)(\d*)(?:\.(\d*))?$/.exec(text) ?? undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
