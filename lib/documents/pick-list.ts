import type { PickLine } from '@/lib/fulfilment/get-wave';
import { bars } from './bars';
import { box, type Paper, type PaperSize, type Part, text, whole } from './paper';

/** What a list of things to fetch is headed by. */
export type PickListHead = { title: string; warehouse: string; at: string; units: number; code: string };
export type PaperWords = (key: string, params?: Record<string, string | number>) => string;
type How = { size: PaperSize; language: string; say: PaperWords };

const RULE = '0.6 solid #b9bdc7';
const FAINT = '#5b606b';
const BARCODES = { a4: { width: 118, height: 24 }, '4x6': { width: 104, height: 22 } };

/** Shelf by shelf what to fetch: a box to tick, how many, bars to scan, and which order gets how many. */
export function pickListPaper(head: PickListHead, lines: readonly PickLine[], how: How): Paper {
  const { size, language, say } = how;
  const rows = lines.map((line) => (size === 'a4' ? wideRow(line, how) : narrowRow(line, how)));
  const folio: Part = {
    kind: 'folio',
    text: '{page} / {pages}',
    style: {
      position: 'absolute',
      bottom: size === 'a4' ? 18 : 5,
      right: size === 'a4' ? 36 : 14,
      color: FAINT,
    },
  };
  const headings = size === 'a4' ? [wideHeadings(say)] : [];
  return { title: head.title, language, size, sheets: [[header(head, how), ...headings, ...rows, folio]] };
}

function header({ title, warehouse, at, units, code }: PickListHead, { size, say }: How): Part {
  const code128 = bars(code, { width: size === 'a4' ? 130 : 90, height: size === 'a4' ? 30 : 22 });
  return box(
    [
      box(
        [
          text(title, { fontSize: size === 'a4' ? 17 : 12, fontWeight: 700, marginBottom: 3 }),
          text(say('pickList.subtitle', { warehouse, units, at }), { color: FAINT }),
        ],
        { flexGrow: 1, flexShrink: 1, paddingRight: 8 },
      ),
      ...(code128 ? [code128] : []),
    ],
    { flexDirection: 'row', alignItems: 'flex-start', marginBottom: size === 'a4' ? 12 : 6 },
  );
}

const tickBox: Part = box([], { width: 12, height: 12, border: '1 solid #16181d', borderRadius: 2 });

function wideHeadings(say: PaperWords): Part {
  const cell = (key: string, style: Record<string, string | number>) =>
    text(say(`pickList.${key}`), { color: FAINT, fontWeight: 700, fontSize: 8, ...style });
  const parts = [
    box([], { width: 20 }),
    cell('bin', { width: 58 }),
    cell('quantity', { width: 40, textAlign: 'right', paddingRight: 10 }),
    cell('product', { flexGrow: 1, flexShrink: 1 }),
    cell('orders', { width: 110 }),
    cell('code', { width: 126, textAlign: 'right' }),
  ];
  const style = { flexDirection: 'row', paddingBottom: 3, borderBottom: RULE };
  return { kind: 'box', parts, style, repeated: true };
}

function wideRow(line: PickLine, { size, say }: How): Part {
  return whole(
    [
      box([tickBox], { width: 20, paddingTop: 1 }),
      text(line.bin || '–', { width: 58, fontWeight: 700 }),
      text(String(line.quantity), {
        width: 40,
        textAlign: 'right',
        paddingRight: 10,
        fontSize: 13,
        fontWeight: 700,
      }),
      box(product(line), { flexGrow: 1, flexShrink: 1, flexBasis: 0, paddingRight: 8 }),
      text(placesOf(line, say), { width: 110, paddingRight: 8, color: FAINT }),
      box(codeOf(line, size), { width: 126, alignItems: 'flex-end' }),
    ],
    { flexDirection: 'row', paddingVertical: 6, borderBottom: RULE },
  );
}

function narrowRow(line: PickLine, { size, say }: How): Part {
  return whole(
    [
      box([tickBox], { width: 18, paddingTop: 1 }),
      box(
        [
          box(
            [
              text(line.bin || '–', { fontWeight: 700, flexGrow: 1 }),
              text(`× ${line.quantity}`, { fontSize: 12, fontWeight: 700 }),
            ],
            { flexDirection: 'row' },
          ),
          ...product(line),
          ...codeOf(line, size),
          text(placesOf(line, say), { color: FAINT }),
        ],
        { flexGrow: 1, flexShrink: 1, flexBasis: 0, gap: 2 },
      ),
    ],
    { flexDirection: 'row', paddingVertical: 5, borderBottom: RULE },
  );
}

const product = (line: PickLine): Part[] => [
  text(line.title, { fontWeight: 700 }),
  ...(line.variantTitle ? [text(line.variantTitle)] : []),
];

/** The bars of the goods' own barcode, else of the SKU; both in letters. */
function codeOf(line: PickLine, size: PaperSize): Part[] {
  const made = bars(line.barcode || line.sku, BARCODES[size]);
  const said = line.barcode ? `${line.sku} · ${line.barcode}` : line.sku;
  return [...(made ? [made] : []), text(said, { fontSize: 7.5 })];
}

const placesOf = (line: PickLine, say: PaperWords) =>
  line.orders
    .map(({ number, position, quantity }) =>
      say('pickList.place', { number: String(number), position, quantity }),
    )
    .join('\n');
