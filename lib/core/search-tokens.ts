import type { StoreId } from './ids';
import { blind } from './seal';

/** What a token was made from: a name's or title's word start, e-mail, phone, or a code (number, external id, SKU, tracking). */
type Kind = 'name' | 'email' | 'phone' | 'code';

const MAX_PREFIX_CHARS = 16;
const MAX_WORDS = 24;
const MAX_QUERY_PARTS = 8;
const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;

/** Tokens carry the store, so that the same name in two stores has two fingerprints. */
const tokenOf = (store: StoreId, kind: Kind, value: string) => blind(`${store}|${kind}|${value}`);

/** Lower case, without accents or width differences. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFKC')
    .trim();
}

/** Letters and digits only: how codes are compared ("RB 123-4" is "rb1234"). */
export function foldCode(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

export function words(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
}

/** Word starts from two letters up; for CJK every single character and pair. */
function nameParts(text: string): Set<string> {
  const parts = new Set<string>();
  for (const word of words(text)) {
    const chars = [...word];
    if (CJK.test(word)) {
      chars.forEach((char, i) => {
        parts.add(char);
        const next = chars[i + 1];
        if (next) parts.add(char + next);
      });
      continue;
    }
    if (chars.length === 1) parts.add(word);
    for (let n = 2; n <= Math.min(chars.length, MAX_PREFIX_CHARS); n++) parts.add(chars.slice(0, n).join(''));
  }
  return parts;
}

export function nameTokens(store: StoreId, text: string): bigint[] {
  return [...nameParts(text)].map((part) => tokenOf(store, 'name', part));
}

export function emailTokens(store: StoreId, email: string): bigint[] {
  const folded = fold(email);
  return folded ? [tokenOf(store, 'email', folded)] : [];
}

/** The whole number and its last nine digits, so that +44 7700 900412 and 07700 900412 meet. */
export function phoneTokens(store: StoreId, phone: string): bigint[] {
  const digits = phone.replace(/\D+/g, '');
  if (digits.length < 6) return [];
  return [...new Set([digits, digits.slice(-9)])].map((value) => tokenOf(store, 'phone', value));
}

/** Order numbers, external ids, SKUs, barcodes, tracking numbers. */
export function codeTokens(store: StoreId, ...codes: (string | null | undefined)[]): bigint[] {
  const folded = new Set(codes.map((code) => foldCode(code ?? '')).filter(Boolean));
  return [...folded].map((code) => tokenOf(store, 'code', code));
}

/**
 * What a search box's text may mean: one list of alternatives per word; a record must match one of each.
 * The whole text is also tried as one code, e-mail or phone (spaces in it do not matter).
 */
export function queryTokens(store: StoreId, text: string): { whole: bigint[]; words: bigint[][] } {
  const whole = [
    ...codeTokens(store, text),
    ...(text.includes('@') ? emailTokens(store, text) : []),
    ...phoneTokens(store, text),
  ];
  const parts = words(text).flatMap(queryParts).slice(0, MAX_QUERY_PARTS);
  return { whole, words: parts.map((part) => [tokenOf(store, 'name', part), ...codeTokens(store, part)]) };
}

/** A Latin word is one start; a longer CJK word is its overlapping pairs, each of which must match. */
function queryParts(word: string): string[] {
  const chars = [...word];
  if (!CJK.test(word)) return [chars.slice(0, MAX_PREFIX_CHARS).join('')];
  if (chars.length <= 2) return [word];
  return chars.slice(0, -1).map((char, i) => char + chars[i + 1]);
}
