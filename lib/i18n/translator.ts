import { createTranslator } from 'next-intl';
import { loadCatalogue } from './catalogue';
import type { Locale } from './locales';

export type Translate = (
  key: string,
  params?: Record<string, string | number | bigint | Date>,
) => string;

/** Words outside a request: mails, the API, scripts and tests. Keys start with the area. */
export function translator(locale: Locale): Translate {
  const translate = createTranslator({ locale, messages: loadCatalogue(locale) });
  return (key, params) =>
    translate(
      key as Parameters<typeof translate>[0],
      params && (stringBigints(params) as Parameters<typeof translate>[1]),
    );
}

function stringBigints(params: Record<string, string | number | bigint | Date>) {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? String(value) : value,
    ]),
  );
}
