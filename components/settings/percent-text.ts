import { decimalText, parseDecimal } from '@/lib/core/money';

/** Parts per million are percent with four decimals. */
const PERCENT_DECIMALS = 4;

/** "20" of 200,000 and "5.5" of 55,000. */
export function percentText(ratePpm: number): string {
  return decimalText(ratePpm, PERCENT_DECIMALS).replace(/\.?0+$/, '');
}

/** What a person typed, as parts per million; NaN when it is no percentage. */
export function percentOf(text: string): number {
  return (
    parseDecimal(text.normalize('NFKC').replace(',', '.').replace('%', ''), PERCENT_DECIMALS) ?? Number.NaN
  );
}
