import { createTranslator } from 'next-intl';
import { loadCatalogue } from './catalogue';
import type { Locale } from './locales';

export type MessageParams = Record<string, string | number | bigint | Date>;
export type Translate = (key: string, params?: MessageParams) => string;

/** Words outside a request: mails, the API, scripts and tests. Keys start with the area. */
export function translator(locale: Locale): Translate {
  const translate = looseTranslator(locale);
  return (key, params) => translate(key, params && withoutBigints(params));
}

type IcuParams = Record<string, string | number | Date>;
type LooseTranslate = (key: string, params?: IcuParams) => string;

/** The library types keys from the catalogue, which is read from disk and has no static type. */
function isLoose(translate: unknown): translate is LooseTranslate {
  return typeof translate === 'function';
}

function looseTranslator(locale: Locale): LooseTranslate {
  const translate: unknown = createTranslator({ locale, messages: loadCatalogue(locale) });
  if (!isLoose(translate)) throw new TypeError('a translator is a function');
  return translate;
}

/** ICU counts with numbers; counts and amounts of ours may be bigint. */
function withoutBigints(params: MessageParams): IcuParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
