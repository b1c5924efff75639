import type { Decimal } from './file-format';

const GROUPED = {
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d*)?$/,
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+)(,\d*)?$/,
} as const;

/**
 * A number as a file writes it, as plain decimal text with a point; what is no such number is left for the parser to
 * refuse. Nothing is guessed: 1.234 is one thing here and a thousand times more there.
 */
export function plainNumber(written: string, decimal: Decimal): string {
  let text = written.trim().replaceAll(/[\u00a0\u202f ](?=\d)/g, '');
  // Accountants write what is negative in brackets, or with the sign behind.
  const negative = /^\((.*)\)$|^(.*\d)-$/.exec(text);
  if (negative) text = `-${(negative[1] ?? negative[2] ?? '').trim()}`;
  text = text
    .replace(/^([+-]?)\p{Sc}\s*/u, '$1')
    .replace(/\s*\p{Sc}$/u, '')
    .replace('\u2212', '-');
  const grouped = GROUPED[decimal].exec(text);
  if (grouped) text = `${grouped[1]}${grouped[2]?.replaceAll(/[.,]/g, '')}${grouped[3] ?? ''}`;
  if (decimal === '.') return text;
  return text.includes('.') ? '' : text.replace(',', '.');
}
