import { safe } from '@/lib/core/money';

/** An element in a one-dimensional array's text: quoted with its escapes, or plain. */
const ELEMENT = /"((?:[^"\\]|\\.)*)"|([^,{}"]+)/gs;

/** A list as Postgres writes arrays. What is text already was written so by the caller. */
export function arrayText(values: unknown): string {
  if (!Array.isArray(values)) return String(values);
  return `{${values.map(elementText).join(',')}}`;
}

function elementText(value: unknown): string {
  // Nothing here may throw: the driver would then answer another statement with it.
  if (value === null || value === undefined) return 'null';
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`;
}

/** The elements of an array's text. */
export function parseArray<T>(text: string, element: (text: string) => T): (T | null)[] {
  return [...text.matchAll(ELEMENT)].map(([, quoted, plain]) => {
    if (plain === 'NULL') return null;
    return element(plain ?? (quoted ?? '').replace(/\\(.)/gs, '$1'));
  });
}

const arrayOf = <T>(oid: number, element: (text: string) => T) => ({
  to: oid,
  from: [oid],
  serialize: arrayText,
  parse: (text: string) => parseArray(text, element),
});

const asItIs = (text: string) => text;

/**
 * The array types our statements use, by Postgres's own fixed numbers. The driver could ask each new connection for all
 * there are: a round trip more, whose failure on a breaking connection nobody could catch.
 */
export const arrayTypes = {
  intArray: arrayOf(1007, Number),
  textArray: arrayOf(1009, asItIs),
  bigintArray: arrayOf(1016, (text) => safe(BigInt(text))),
  timestamptzArray: arrayOf(1185, (text) => new Date(text)),
  uuidArray: arrayOf(2951, asItIs),
};
