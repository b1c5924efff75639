import type { NoteName, RuleName } from './document-figures';
import type { RecordOutcome } from './import-state';

export type RuleFigures = {
  rule: RuleName;
  rows: number;
  documents: number;
  units: number;
  amountE4: number;
};

/**
 * What an import did, to the penny. Amounts in ten-thousandths of the currency's major unit. The proof holds when the
 * file's rows and amount equal what was imported, set aside, known before and lost to rounding.
 */
export type ImportReport = {
  currency: string;
  file: { rows: number; documents: number; amountE4: number };
  /** From the books, not from the plan: orders' totals less refunds. */
  imported: {
    orders: number; lines: number; totalE4: number; credits: number; creditsE4: number; refunds: number; refundsE4: number;
    customers: number; products: number;
  }; // biome-ignore format: short
  setAside: { rows: number; amountE4: number };
  known: { documents: number; rows: number; amountE4: number };
  roundingE4: number;
  differenceE4: number;
  missingRows: number;
  rules: RuleFigures[];
  notes: Partial<Record<NoteName, number>>;
};

export const holds = (report: ImportReport): boolean => report.differenceE4 === 0 && report.missingRows === 0;

/** What went wrong, in the words of a message key. */
export type ImportFailure = { key: string; params?: Record<string, string | number> };

/** Rows by what became of them. */
export type RecordCounts = Partial<Record<RecordOutcome, number>>;

export type SampleRow = {
  row: number;
  document: string;
  sku: string;
  title: string;
  quantity: number;
  unitPriceE4: number;
};

/** What one rule would do; cancellations are matched only when the orders before them are there. */
export type JudgedRule = {
  rule: RuleName | 'cancellation';
  rows: number;
  documents: number;
  amountE4: number;
  samples: SampleRow[];
};
