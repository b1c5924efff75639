import { allocate, exponentOf, lineAmount, type Minor, PRICE_DECIMALS, sum } from '@/lib/core/money';
import { addTo, type DocumentFigures, note, type RuleName } from './document-figures';
import type { FileRow } from './read-row';
import { type ChargeCode, chargeOf, type SourceMapping } from './source-mapping';

/** A row, or the part of it that is still to be placed: with the file's sign. */
export type Piece = {
  row: FileRow;
  skuKey: string;
  quantity: number;
  amountE4: number;
  amountMinor: Minor;
  /** The rule to book it under, where the draft does not decide. */
  rule?: RuleName;
  /** What it is where its code does not say. */
  charge?: ChargeCode;
  /** Parts of a row count as a row once. */
  countsRow: boolean;
};

export type DraftLine = {
  skuKey: string;
  sku: string;
  title: string;
  unitPriceE4: number;
  quantity: number;
  goodsMinor: Minor;
  discountMinor: Minor;
};
export type DraftCharge = { kind: 'shipping' | 'fee' | 'discount'; label: string; amountMinor: Minor };
export type OrderDraft = {
  kind: 'sale' | 'credit';
  lines: DraftLine[];
  charges: DraftCharge[];
  goodsMinor: Minor;
  discountMinor: Minor;
  shippingMinor: Minor;
  feesMinor: Minor;
  totalMinor: Minor;
};
export type SetAsideRow = { row: FileRow; rule: RuleName };
export type Placed = { draft: OrderDraft | null; setAside: SetAsideRow[] };

/** What carriage is called on an order; the file has no name for it. */
const CARRIAGE = 'Freight';

/** Ten-thousandths in one minor unit of a currency. */
export const minorInE4 = (currency: string): number => 10 ** (PRICE_DECIMALS - exponentOf(currency));

/** A whole row as one piece; what rounding its amount to minor units changed goes to the figures. */
export function pieceOf(row: FileRow, skuKey: string, currency: string, figures: DocumentFigures): Piece {
  const amountE4 = row.unitPriceE4 * row.quantity;
  const amountMinor = lineAmount(row.unitPriceE4, row.quantity, currency);
  const lost = amountE4 - amountMinor * minorInE4(currency);
  if (lost !== 0) {
    figures.roundingE4 += lost;
    note(figures, 'rounded_rows');
  }
  return { row, skuKey, quantity: row.quantity, amountE4, amountMinor, countsRow: true };
}

/** A whole row as its pieces: the goods, and their carriage where the file says it beside them. */
export function piecesOf(row: FileRow, skuKey: string, currency: string, figures: DocumentFigures): Piece[] {
  const goods = pieceOf(row, skuKey, currency, figures);
  if (row.freightE4 === 0) return [goods];
  const carriage = { ...row, sku: '', title: CARRIAGE, quantity: 1, unitPriceE4: row.freightE4 };
  const piece = pieceOf(carriage, '', currency, figures);
  return [goods, { ...piece, row: carriage, charge: 'shipping', countsRow: false }];
}

/**
 * Places pieces on one order. A negative sum makes a credit order, whose lines have positive quantities and negative
 * prices; anything else a sale. Rows that say nothing (no units, no money) are set aside; `null` when none is left.
 */
export function draftOrder(
  mapping: SourceMapping,
  pieces: readonly Piece[],
  figures: DocumentFigures,
  cancellation?: { beyondPaid: DraftCharge | null },
): Placed {
  const beyond = cancellation?.beyondPaid ?? null;
  const total = sum(pieces.map((piece) => piece.amountMinor)) + (beyond?.amountMinor ?? 0);
  const kind = total < 0 ? 'credit' : 'sale';
  const lines: DraftLine[] = [];
  const charges: DraftCharge[] = [];
  const setAside: SetAsideRow[] = [];
  for (const piece of pieces) {
    const empty = emptyRule(piece);
    if (empty) {
      setAside.push({ row: piece.row, rule: empty });
      book(figures, piece, empty);
      continue;
    }
    const code = piece.charge ?? chargeOf(mapping, piece.skuKey);
    const onLine = code === null && (kind === 'credit' || (piece.quantity > 0 && piece.amountMinor >= 0));
    if (onLine) lines.push(lineOf(piece));
    else charges.push(chargeFor(kind, code, piece));
    const rule = onLine
      ? lineRule(kind, piece)
      : chargeRule(kind, charges.at(-1)?.kind ?? 'fee', code === null);
    book(figures, piece, piece.rule ?? (cancellation && piece.amountMinor > 0 ? 'credit_reversed' : rule));
  }
  if (beyond) charges.push(kind === 'sale' ? { ...beyond, kind: 'discount' } : beyond);
  if (lines.length + charges.length === 0) return { draft: null, setAside };
  return { draft: addUp(kind, lines, charges), setAside };
}

function book(figures: DocumentFigures, piece: Piece, rule: RuleName): void {
  addTo(figures, rule, piece.countsRow ? 1 : 0, Math.abs(piece.quantity), piece.amountE4);
}

/** Nothing was sold and no money moved: a stock correction booked inside an invoice, or a row without units. */
function emptyRule({ quantity, amountE4 }: Piece): RuleName | null {
  if (quantity === 0) return 'set_aside_empty';
  return quantity < 0 && amountE4 === 0 ? 'set_aside_stock' : null;
}

function lineOf(piece: Piece): DraftLine {
  const { row, skuKey, quantity, amountMinor } = piece;
  return {
    skuKey,
    sku: row.sku,
    title: row.title || row.sku,
    unitPriceE4: quantity < 0 ? -row.unitPriceE4 : row.unitPriceE4,
    quantity: Math.abs(quantity),
    goodsMinor: amountMinor,
    discountMinor: 0,
  };
}

function lineRule(kind: 'sale' | 'credit', piece: Piece): RuleName {
  if (kind === 'credit') return piece.amountE4 > 0 ? 'credit_reversed' : 'credit_goods';
  return piece.row.unitPriceE4 === 0 ? 'gift' : 'sold';
}

function chargeRule(kind: 'sale' | 'credit', charge: DraftCharge['kind'], isGoods: boolean): RuleName {
  if (kind === 'credit') return `credit_${charge}`;
  return isGoods ? 'returned_in_sale' : charge;
}

/** A code's kind by the table; what takes money away from a sale is a discount, whatever its code. */
function chargeFor(kind: 'sale' | 'credit', code: ChargeCode | null, piece: Piece): DraftCharge {
  const { row, amountMinor } = piece;
  const label = row.title || row.sku;
  const plain = code === 'shipping' || code === 'fee' ? code : null;
  if (amountMinor >= 0) return { kind: plain ?? 'fee', label, amountMinor };
  return { kind: kind === 'credit' ? (plain ?? 'discount') : 'discount', label, amountMinor };
}

function addUp(kind: 'sale' | 'credit', lines: DraftLine[], charges: DraftCharge[]): OrderDraft {
  const of = (wanted: DraftCharge['kind']) =>
    sum(charges.filter((charge) => charge.kind === wanted).map((charge) => charge.amountMinor));
  const goodsMinor = sum(lines.map((line) => line.goodsMinor));
  const discountMinor = -of('discount');
  const shippingMinor = of('shipping');
  const feesMinor = of('fee');
  if (kind === 'sale' && discountMinor > 0 && goodsMinor > 0)
    spread(Math.min(discountMinor, goodsMinor), lines);
  const totalMinor = goodsMinor - discountMinor + shippingMinor + feesMinor;
  return { kind, lines, charges, goodsMinor, discountMinor, shippingMinor, feesMinor, totalMinor };
}

/** A sale's discount is allocated to its lines once, so that later refunds can read it back. */
function spread(amountMinor: Minor, lines: DraftLine[]): void {
  const shares = allocate(
    amountMinor,
    lines.map((line) => line.goodsMinor),
  );
  for (const [i, line] of lines.entries()) line.discountMinor = shares[i] ?? 0;
}
