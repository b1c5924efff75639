/** Rows under a heading, numbers to the right, as plain text that is also a Markdown table. */
export function printTable(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = columns.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  process.stdout.write(`\n${heading}\n\n${[line(columns), rule, ...rows.map(line)].join('\n')}\n`);
}

export const rate = (perSecond: number) => Math.round(perSecond).toLocaleString('en');
export const ms = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));
export const percent = (share: number) => `${Math.round(share * 100)} %`;
