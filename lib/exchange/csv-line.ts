/** Text that a spreadsheet would take for a formula is told to be text. */
const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line of CSV. Numbers are written as they are; text can run no formula in whoever opens the file. */
export function csvLine(cells: readonly (string | number | { plain: string })[]): string {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    return quoted(typeof cell === 'string' ? safe(cell) : cell.plain);
  });
  return `${written.join(',')}\r\n`;
}
