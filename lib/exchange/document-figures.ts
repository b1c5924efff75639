/** Everything that can become of a row, or of a part of it. The report prints them in this order. */
export const RULES = [
  'sold', 'gift', 'shipping', 'fee', 'discount', 'returned_in_sale', 'returned', 'returned_other_price', 'returned_split',
  'returned_in_part', 'credit_part_left', 'credit_no_earlier_order', 'credit_used_up', 'credit_no_customer', 'credit_not_matched', 'credit_shipping',
  'credit_fee', 'credit_discount', 'credit_goods', 'credit_beyond_paid', 'credit_reversed', 'set_aside_stock', 'set_aside_debt',
  'set_aside_empty', 'set_aside_status', 'set_aside_changed', 'known',
] as const; // biome-ignore format: a list
export type RuleName = (typeof RULES)[number];

/** What is worth telling beside the rules: it moves no amount between them. */
export const NOTES = [
  'two_times',
  'rounded_rows',
  'unknown_country',
  'no_customer',
  'returns_only',
  'beyond_paid',
  'paid_otherwise',
] as const;
export type NoteName = (typeof NOTES)[number];

/** Rows, units and amount (in ten-thousandths, with the file's sign) by rule; how often each note. */
export type DocumentFigures = {
  rules: Partial<Record<RuleName, [rows: number, units: number, amountE4: number]>>;
  notes: Partial<Record<NoteName, number>>;
  /** What rounding to minor units added, in ten-thousandths: imported − file. */
  roundingE4: number;
};

export const noFigures = (): DocumentFigures => ({ rules: {}, notes: {}, roundingE4: 0 });

export function addTo(
  figures: DocumentFigures,
  rule: RuleName,
  rows: number,
  units: number,
  amountE4: number,
): void {
  const known = figures.rules[rule];
  figures.rules[rule] = known
    ? [known[0] + rows, known[1] + units, known[2] + amountE4]
    : [rows, units, amountE4];
}

export function note(figures: DocumentFigures, name: NoteName, times = 1): void {
  figures.notes[name] = (figures.notes[name] ?? 0) + times;
}
