import { foldHeader } from './fold-header';
import type { OrderFacts } from './order-facts';
import type { Columns } from './read-row';
import type { OrderField, SourceMapping } from './source-mapping';

type Said = { freightE4: number; facts: OrderFacts | null };
const MOMENTS = ['confirmedAt', 'shippedAt', 'deliveredAt', 'promisedAt'] as const;
const FIELDS = ['freight', 'status', 'paidBy', 'paidAmount', ...MOMENTS] as const;
const NOTHING: Said = { freightE4: 0, facts: null };

/** Joined rows of one order are written in one cell, one behind the other. */
export const JOINED = '|';

/** Reads what a row says of its whole order, where the file has columns for it. */
export function factsReader(
  mapping: SourceMapping,
  columns: Columns,
  moment: (text: string) => Date | null,
  price: (text: string) => number | null,
): (record: readonly string[]) => Said | { field: OrderField } {
  if (FIELDS.every((field) => columns[field] < 0)) return () => NOTHING;
  const methods = new Map(
    Object.entries(mapping.methods).map(([word, method]) => [foldHeader(word), method]),
  );
  return (record) => {
    const text = (field: OrderField) => record[columns[field]]?.trim() ?? '';
    const facts: OrderFacts = {};
    if (text('status') !== '') facts.status = text('status').slice(0, 80);
    for (const field of MOMENTS) {
      const at = text(field) === '' ? undefined : moment(text(field));
      if (at === null) return { field };
      if (at) facts[field] = at.toISOString();
    }
    const freightE4 = text('freight') === '' ? 0 : price(text('freight'));
    if (freightE4 === null || freightE4 < 0) return { field: 'freight' };
    const amounts = text('paidAmount') === '' ? [] : text('paidAmount').split(JOINED).map(price);
    const words = text('paidBy').split(JOINED);
    const payments = amounts.flatMap((amountE4, i) =>
      amountE4 === null || amountE4 <= 0
        ? []
        : [{ amountE4, method: methods.get(foldHeader(words[i] ?? '')) ?? ('settled_outside' as const) }],
    );
    if (amounts.includes(null)) return { field: 'paidAmount' };
    if (payments.length > 0) facts.payments = payments;
    return { freightE4, facts };
  };
}
