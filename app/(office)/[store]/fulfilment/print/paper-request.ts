import { isId, type Prefix } from '@/lib/core/ids';
import { PAPER_SIZES, type PaperSize } from '@/lib/documents/paper';
import { type Locale, pickLocale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translator';

const MOST_IDS = 100;

/** A4 unless another known size is asked for. */
export const sizeOf = (query: URLSearchParams): PaperSize =>
  PAPER_SIZES.find((known) => known === query.get('size')) ?? 'a4';

export function idsOf<P extends Prefix>(prefix: P, list: string | null) {
  const said = (list ?? '').split(',').slice(0, MOST_IDS);
  return said.flatMap((id) => (isId(prefix, id) ? [id] : []));
}

/** The language of a paper and its words. */
export function wordsIn(locale: string): { locale: Locale; say: PaperSay } {
  const known = pickLocale({ chosen: locale });
  const t = translator(known);
  return { locale: known, say: (key, params) => t(`fulfilment.paper.${key}`, params) };
}
type PaperSay = (key: string, params?: Record<string, string | number>) => string;

const PAPER_POLICY =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

/** A document to look at or print; nobody but its reader keeps it. */
export const asPdf = (bytes: Uint8Array, name: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'content-length': String(bytes.byteLength),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      // A browser shows a PDF by a viewer of its own inside the page, which our pages' policy forbids.
      'content-security-policy': PAPER_POLICY,
    },
  });
