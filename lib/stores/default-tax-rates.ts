/** The classes a new store begins with, in the order of `ratesOf`. */
export const DEFAULT_TAX_CLASSES = ['standard', 'reduced', 'lower', 'zero'] as const;
export type DefaultTaxClass = (typeof DEFAULT_TAX_CLASSES)[number];

type Percent = [standard: number, reduced?: number, lower?: number];

/**
 * Where a merchant begins: standard, reduced and (where there is one) lower rate in percent, as in force on 1 January 2026.
 * Sources: European Commission, Taxes in Europe Database v4; HMRC VAT rates; ESTV; Skatteetaten; RSK; State Taxation
 * Administration of China; National Tax Agency of Japan; the other countries' tax offices. Which goods are reduced differs.
 */
const RATES: Readonly<Record<string, Percent>> = {
  AE: [5], AT: [20, 10, 13], AU: [10], BE: [21, 6, 12], BG: [20, 9], CA: [5], CH: [8.1, 2.6, 3.8], CN: [13, 9, 6],
  CY: [19, 5, 9], CZ: [21, 12], DE: [19, 7], DK: [25], EE: [24, 9, 13], ES: [21, 10, 4], FI: [25.5, 13.5, 10],
  FR: [20, 5.5, 10], GB: [20, 5], GR: [24, 13, 6], HK: [0], HR: [25, 13, 5], HU: [27, 18, 5], IE: [23, 13.5, 9],
  IS: [24, 11], IT: [22, 10, 5], JP: [10, 8], KR: [10], LT: [21, 12, 5], LU: [17, 8, 3], LV: [21, 12, 5], MT: [18, 7, 5],
  MX: [16, 8], NL: [21, 9], NO: [25, 15, 12], NZ: [15], PL: [23, 8, 5], PT: [23, 13, 6], RO: [21, 11], SE: [25, 12, 6],
  SG: [9], SI: [22, 9.5, 5], SK: [23, 19, 5], TR: [20, 10, 1], TW: [5], US: [0], ZA: [15],
}; // biome-ignore format: a table

const PPM_PER_PERCENT = 10_000;

export type DefaultRate = { taxClass: DefaultTaxClass; ratePpm: number };

/** A country's rates in parts per million by class; a country not in the table begins at 0 and is set by hand. */
export function defaultTaxRates(country: string): DefaultRate[] {
  const [standard, reduced, lower] = RATES[country] ?? [0];
  const ppm = (percent: number) => Math.round(percent * PPM_PER_PERCENT);
  return [
    { taxClass: 'standard', ratePpm: ppm(standard) },
    { taxClass: 'reduced', ratePpm: ppm(reduced ?? standard) },
    ...(lower === undefined ? [] : [{ taxClass: 'lower' as const, ratePpm: ppm(lower) }]),
    { taxClass: 'zero', ratePpm: 0 },
  ];
}
