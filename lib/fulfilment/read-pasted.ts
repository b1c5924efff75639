/** One line of a pasted table. */
export type PastedRow = { line: number; order: string; trackingNumber: string; carrier: string };

export const MOST_PASTED = 200;
const SEPARATORS = /\t|;|,/;

/** `order number <tab, comma or semicolon> tracking number [carrier]`, line by line; a heading is left out. */
export function readPasted(text: string): PastedRow[] {
  return text.split(/\r?\n/).flatMap((said, place) => {
    const [order = '', trackingNumber = '', carrier = ''] = cellsOf(said);
    const isHeading = place === 0 && !/\d/.test(order);
    return order === '' || isHeading ? [] : [{ line: place + 1, order, trackingNumber, carrier }];
  });
}

function cellsOf(said: string): string[] {
  // A table copied out of a sheet has tabs; then commas belong to what is in its cells.
  const separator = said.includes('\t') ? /\t/ : SEPARATORS;
  return said.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  );
}

/** `#1056`, `1056` and `1056-2` (its second parcel); null for anything else. */
export function readOrderName(
  said: string,
  prefix: string,
): { number: number; sequence: number | null } | null {
  const bare = prefix !== '' && said.startsWith(prefix) ? said.slice(prefix.length) : said;
  const found = /^#?(\d{1,15})(?:[-/](\d{1,4}))?$/.exec(bare.trim());
  if (!found) return null;
  return { number: Number(found[1]), sequence: found[2] === undefined ? null : Number(found[2]) };
}
