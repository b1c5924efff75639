import { z } from 'zod';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export const QUOTES = ['"', "'"] as const;

/** What marks the fraction: 1,234.56 or 1.234,56. */
export const DECIMALS = ['.', ','] as const;
export type Decimal = (typeof DECIMALS)[number];

/** `2010-12-01 08:26:00`; month, day and year as `12/1/10 8:26`; day first; a day number as spreadsheets keep it. */
export const DATE_STYLES = ['iso', 'month-first', 'day-first', 'serial'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** How a file is written. Of a workbook only the header row counts: it has no separators, and its numbers are numbers. */
export const fileFormat = z.object({
  container: z.enum(['text', 'workbook']),
  encoding: z.enum(ENCODINGS),
  separator: z.enum(SEPARATORS),
  quote: z.enum(QUOTES),
  decimal: z.enum(DECIMALS),
  /** In the order they are tried. */
  dates: z.array(z.enum(DATE_STYLES)).min(1).max(DATE_STYLES.length),
  /** Records before the header: titles and notes above the table. */
  skip: z.int().min(0).max(20),
});
export type FileFormat = z.output<typeof fileFormat>;

export const PLAIN_CSV: FileFormat = {
  container: 'text',
  encoding: 'utf-8',
  separator: ',',
  quote: '"',
  decimal: '.',
  dates: ['iso', 'month-first'],
  skip: 0,
};
