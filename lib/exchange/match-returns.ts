import { allocate, type Minor } from '@/lib/core/money';
import { addTo, type DocumentFigures, type RuleName } from './document-figures';
import { minorInE4, type Piece } from './draft-order';

/** A delivered line that a cancelled row may belong to. `left` and nothing else changes while matching. */
export type OpenLine = {
  lineId: string;
  orderId: string;
  placedAt: Date;
  externalId: string;
  unitPriceE4: number;
  left: number;
};
/** Units that one row gives back to one line, and what the file says they were worth (positive). */
export type ReturnedUnits = {
  piece: Piece;
  line: OpenLine;
  quantity: number;
  amountMinor: Minor;
  /** What the row is booked under. */
  rule: RuleName;
};

/** Where the units of a customer's SKU are still to be found, newest order first. */
export type OpenLines = (skuKey: string) => readonly OpenLine[];

/** Newest first; of one moment the later document, then the later line, so that the answer never depends on chance. */
export function newestFirst(a: OpenLine, b: OpenLine): number {
  const byTime = b.placedAt.getTime() - a.placedAt.getTime();
  if (byTime !== 0) return byTime;
  const byDocument = a.externalId < b.externalId ? 1 : a.externalId > b.externalId ? -1 : 0;
  return byDocument || (a.lineId < b.lineId ? 1 : -1);
}

/**
 * Finds a cancelled row's units on earlier orders: the newest line at the same price that holds them all, else the newest
 * at any price that does, else several lines in the same order of preference. What finds no place is given back as `rest`.
 */
export function matchReturn(
  piece: Piece,
  at: Date,
  lines: readonly OpenLine[],
  figures: DocumentFigures,
  currency: string,
): { returned: ReturnedUnits[]; rest: Piece | null } {
  const wanted = -piece.quantity;
  const earlier = lines.filter((line) => line.placedAt.getTime() <= at.getTime());
  const open = earlier.filter((line) => line.left > 0).sort(newestFirst);
  const samePrice = (line: OpenLine) => line.unitPriceE4 === piece.row.unitPriceE4;
  const preferred = [...open.filter(samePrice), ...open.filter((line) => !samePrice(line))];
  const whole = preferred.find((line) => line.left >= wanted);
  const taken = take(wanted, whole ? [whole] : preferred);
  const found = taken.reduce((total, part) => total + part.quantity, 0);
  const shares = allocate(-piece.amountMinor, [...taken.map((part) => part.quantity), wanted - found]);
  const rule = returnedRule(taken, found === wanted, samePrice);
  const returned = taken.map((part, i) => ({ piece, ...part, amountMinor: shares[i] ?? 0, rule }));
  const returnedE4 =
    found === wanted
      ? piece.amountE4
      : -(shares.slice(0, -1).reduce((a, b) => a + b, 0) * minorInE4(currency));
  if (found > 0) addTo(figures, rule, 1, found, returnedE4);
  if (found === wanted) return { returned, rest: null };
  const rest: Piece = {
    ...piece,
    quantity: found - wanted,
    amountE4: piece.amountE4 - returnedE4,
    amountMinor: -(shares.at(-1) ?? 0),
    rule: found > 0 ? 'credit_part_left' : earlier.length > 0 ? 'credit_used_up' : 'credit_no_earlier_order',
    countsRow: found === 0,
  };
  return { returned, rest };
}

function take(wanted: number, lines: readonly OpenLine[]): { line: OpenLine; quantity: number }[] {
  const parts: { line: OpenLine; quantity: number }[] = [];
  let open = wanted;
  for (const line of lines) {
    if (open === 0) break;
    const quantity = Math.min(open, line.left);
    line.left -= quantity;
    open -= quantity;
    parts.push({ line, quantity });
  }
  return parts;
}

function returnedRule(
  taken: readonly { line: OpenLine }[],
  whole: boolean,
  samePrice: (line: OpenLine) => boolean,
): RuleName {
  if (!whole) return 'returned_in_part';
  if (new Set(taken.map((part) => part.line.orderId)).size > 1) return 'returned_split';
  return taken.every((part) => samePrice(part.line)) ? 'returned' : 'returned_other_price';
}
