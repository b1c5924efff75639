/** `POST = shipping`, one a line: what a value of the file stands for. */
export const linesOf = (values: Readonly<Record<string, string | null>>): string =>
  Object.entries(values)
    .map(([value, means]) => `${value} = ${means ?? ''}`.trimEnd())
    .join('\n');

/** The pairs a text's lines say; a line without a sign of equality means nothing. */
export function pairsOf(text: string): [value: string, means: string][] {
  return text.split('\n').flatMap((line) => {
    const at = line.lastIndexOf('=');
    if (at < 1) return [];
    const pair: [string, string] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    return pair[0] === '' ? [] : [pair];
  });
}
