import { bars } from './bars';
import { box, type Paper, type PaperSize, type Part, text, whole } from './paper';
import type { PaperWords } from './pick-list';

/** A parcel as the paper inside it says it: everything already in words. */
export type Slip = {
  store: { name: string; color: string; lines: string[]; contact: string };
  order: string;
  code: string;
  placedOn: string;
  sequence: number;
  method: string;
  shipTo: string[];
  lines: { quantity: number; title: string; variantTitle: string; sku: string }[];
};

const RULE = '0.6 solid #b9bdc7';
const FAINT = '#5b606b';

/** One packing slip a parcel, each on a page of its own. */
export function packingSlipPaper(
  slips: readonly Slip[],
  how: { size: PaperSize; language: string; say: PaperWords },
): Paper {
  const { size, language, say } = how;
  const title = say('slip.title');
  return { title, language, size, sheets: slips.map((slip) => sheet(slip, size, say)) };
}

function sheet(slip: Slip, size: PaperSize, say: PaperWords): Part[] {
  const wide = size === 'a4';
  const gap = wide ? 14 : 7;
  return [
    brand(slip, wide),
    box([...orderFacts(slip, wide, say), ...codeBars(slip, wide)], {
      flexDirection: 'row',
      alignItems: 'flex-start',
      justifyContent: 'space-between',
      marginBottom: gap,
    }),
    box(
      [
        text(say('slip.shipTo'), { color: FAINT, fontWeight: 700, marginBottom: 2 }),
        ...slip.shipTo.map((line, place) => text(line, place === 0 ? { fontWeight: 700 } : {})),
      ],
      { marginBottom: gap, fontSize: wide ? 11 : 9 },
    ),
    ...slip.lines.map((line) => row(line, wide)),
    text(say('slip.units', { units: slip.lines.reduce((sum, line) => sum + line.quantity, 0) }), {
      marginTop: 6,
      fontWeight: 700,
    }),
    ...(slip.store.contact
      ? [text(say('slip.contact', { contact: slip.store.contact }), { marginTop: gap, color: FAINT })]
      : []),
  ];
}

function brand({ store }: Slip, wide: boolean): Part {
  return box(
    [
      text(store.name, { fontSize: wide ? 19 : 13, fontWeight: 700, color: store.color }),
      ...store.lines.map((line) => text(line, { color: FAINT })),
    ],
    { borderBottom: `2 solid ${store.color}`, paddingBottom: 6, marginBottom: wide ? 14 : 7 },
  );
}

function orderFacts(slip: Slip, wide: boolean, say: PaperWords): Part[] {
  return [
    box(
      [
        text(say('slip.title'), { fontSize: wide ? 15 : 11, fontWeight: 700 }),
        text(say('slip.order', { order: slip.order, sequence: slip.sequence }), {
          marginTop: 3,
          fontWeight: 700,
        }),
        text(say('slip.placed', { on: slip.placedOn })),
        ...(slip.method ? [text(slip.method, { color: FAINT })] : []),
      ],
      { flexShrink: 1, paddingRight: 8 },
    ),
  ];
}

function codeBars({ code }: Slip, wide: boolean): Part[] {
  const made = bars(code, wide ? { width: 140, height: 36 } : { width: 100, height: 26 });
  return made ? [box([made, text(code, { fontSize: 8, marginTop: 2 })], { alignItems: 'center' })] : [];
}

function row(line: Slip['lines'][number], wide: boolean): Part {
  return whole(
    [
      text(String(line.quantity), { width: wide ? 34 : 24, fontSize: wide ? 12 : 10, fontWeight: 700 }),
      box([text(line.title, { fontWeight: 700 }), ...(line.variantTitle ? [text(line.variantTitle)] : [])], {
        flexGrow: 1,
        flexShrink: 1,
        flexBasis: 0,
        paddingRight: 6,
      }),
      text(line.sku, { color: FAINT, width: wide ? 120 : 84, textAlign: 'right' }),
    ],
    { flexDirection: 'row', paddingVertical: wide ? 6 : 4, borderTop: RULE },
  );
}
