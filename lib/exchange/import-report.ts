import type { NoteName, RuleName } from './document-figures';

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
