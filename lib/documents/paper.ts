/** What a printed page is made of, as plain data: built here, drawn elsewhere. Lengths are points (1/72 inch). */
export type Style = Readonly<Record<string, string | number>>;
export type Part =
  | { kind: 'text'; text: string; style?: Style }
  | {
      kind: 'box';
      parts: Part[];
      style?: Style /** On every page. */;
      repeated?: boolean /** Never cut by a page's end. */;
      whole?: boolean;
    }
  /** Bars as one path in a field of `width` × 1, drawn as wide and high as asked. */
  | { kind: 'bars'; path: string; width: number; drawn: { width: number; height: number } }
  /** `{page}` and `{pages}` are filled in. */
  | { kind: 'folio'; text: string; style?: Style };

export const PAPER_SIZES = ['a4', '4x6'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

export type Paper = {
  title: string;
  language: string;
  size: PaperSize;
  /** Each begins a page. */
  sheets: Part[][];
};

export const text = (said: string, style?: Style): Part => ({
  kind: 'text',
  text: said,
  ...(style && { style }),
});
export const box = (parts: Part[], style?: Style): Part => ({ kind: 'box', parts, ...(style && { style }) });
/** Kept together on one page. */
export const whole = (parts: Part[], style?: Style): Part => ({
  kind: 'box',
  parts,
  whole: true,
  ...(style && { style }),
});

/** Draws a document; the port a caller hands in, since drawing is somebody else's library. */
export type DrawPaper = (paper: Paper) => Promise<Uint8Array>;
