/** Line drawings on a 24 × 24 grid: a shape filled with the tint, then lines over it. */
const MOTIFS = {
  mug: { fill: 'M5 7h10v9.5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2z', lines: 'M15 9h2.2a2.3 2.3 0 0 1 0 4.6H15' },
  bowl: { fill: 'M3.5 10h17a8.5 7.5 0 0 1-5.4 7.2H8.9A8.5 7.5 0 0 1 3.5 10z', lines: 'M9 17.2h6' },
  plate: {
    fill: 'M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15z',
    lines: 'M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  },
  jug: {
    fill: 'M7 4.5h7l2 2-1 3 1.2 8a2 2 0 0 1-2 2H9.3a2 2 0 0 1-2-2L8.5 9.5z',
    lines: 'M7.8 8.5H6a2 2 0 0 0-2 2v2.5a2 2 0 0 0 2 2h1.6',
  },
  towel: { fill: 'M5.5 5h13v14h-13z', lines: 'M5.5 8.5h13M5.5 15.5h13M5.5 12h13' },
  napkin: { fill: 'M12 4l8 8-8 8-8-8z', lines: 'M8 8l8 8M12 4v16' },
  lamp: { fill: 'M8 4.5h8l3 7.5H5z', lines: 'M12 12v6.5M8.5 19h7' },
  candle: { fill: 'M8 10h8v9H8z', lines: 'M12 10V8M12 4.2c1.3 1.4 1.3 2.6 0 3.4-1.3-.8-1.3-2 0-3.4z' },
  vase: {
    fill: 'M9.5 4.5h5c-.6 2.2.2 3.6 1.7 5.2 2.3 2.5 1.5 7-1.2 9.8H9c-2.7-2.8-3.5-7.3-1.2-9.8 1.5-1.6 2.3-3 1.7-5.2z',
    lines: 'M7.3 13h9.4',
  },
  cushion: {
    fill: 'M5 6.5c4.5 1 9.5 1 14 0-1 3.7-1 7.3 0 11-4.5-1-9.5-1-14 0 1-3.7 1-7.3 0-11z',
    lines: 'M12 10.5v3M10.5 12h3',
  },
  blanket: {
    fill: 'M4.5 7.5h15v9h-15z',
    lines: 'M7 16.5v2M10.3 16.5v2M13.7 16.5v2M17 16.5v2M4.5 10.5h15M4.5 13.5h15',
  },
  board: {
    fill: 'M6 9h12a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1z',
    lines: 'M10.5 9V5.5a1.5 1.5 0 0 1 3 0V9',
  },
  basket: {
    fill: 'M4.5 10.5h15l-1.7 8.5H6.2z',
    lines: 'M8 10.5a4 5 0 0 1 8 0M9.5 10.5l.7 8.5M14.5 10.5l-.7 8.5M5.4 14.7h13.2',
  },
  soap: {
    fill: 'M6 10.5h12a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-4a2 2 0 0 1 2-2z',
    lines: 'M8.5 14.5h7M9 6.8a1 1 0 1 0 .1 0M14.5 5.3a1.3 1.3 0 1 0 .1 0',
  },
  carafe: {
    fill: 'M9.5 4.5h5v4.5l3 6.5a3 3 0 0 1-2.7 4H9.2a3 3 0 0 1-2.7-4l3-6.5z',
    lines: 'M9.5 7.5h5M7.6 13.5h8.8',
  },
  glass: { fill: 'M7 5h10l-1.2 14H8.2z', lines: 'M7.5 10.5h9' },
  spoon: { fill: 'M12 4.5a3 3.8 0 1 1 0 7.6 3 3.8 0 0 1 0-7.6z', lines: 'M12 12.1v7.4' },
  apron: {
    fill: 'M9 5h6v4l3 3v7.5H6V12l3-3z',
    lines: 'M9 5C8 6 6.5 6.5 5.5 6.5M15 5c1 1 2.5 1.5 3.5 1.5M9 14h6v3.5H9z',
  },
  mirror: { fill: 'M12 4a6 7 0 1 1 0 14 6 7 0 0 1 0-14z', lines: 'M9 9.5l3.5-3.5M9 20h6M12 18v2' },
  brush: {
    fill: 'M6 7.5h12v4a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2z',
    lines: 'M8 13.5v4M10.7 13.5v4M13.3 13.5v4M16 13.5v4M12 7.5V6',
  },
} as const;
export type Motif = keyof typeof MOTIFS;

/** Line and fill of a glaze or a cloth, calm enough to stand beside each other in a list. */
const TINTS = {
  oat: ['#86612f', '#eadfcb'],
  sea: ['#276a68', '#cfe3df'],
  rose: ['#98414c', '#f0d9d9'],
  ink: ['#33436f', '#d7dcec'],
  moss: ['#4b6431', '#dde5cd'],
  brass: ['#8a6a14', '#efe3b8'],
  clay: ['#9c4a26', '#f2dccd'],
  stone: ['#57534d', '#e2dfd8'],
} as const;
export type Tint = keyof typeof TINTS;

const SIDE_PX = 640;

/** A product's picture: its motif in its tint, without a ground, so that it sits in light and dark alike. */
export function pictureSvg(motif: Motif, tint: Tint): string {
  const { fill, lines } = MOTIFS[motif];
  const [line, ground] = TINTS[tint];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE_PX}" height="${SIDE_PX}" viewBox="0 0 40 40">
<g transform="translate(6.2 6.2) scale(1.15)" stroke="${line}" stroke-width="1.1" stroke-linejoin="round" stroke-linecap="round">
<path d="${fill}" fill="${ground}"/><path d="${lines}" fill="none"/></g></svg>`;
}
