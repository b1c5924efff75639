/** The languages the product speaks, in the order they are offered. */
export const LOCALES = ['en', 'zh-CN'] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'en';

/** The cookie that carries a person's choice. */
export const LOCALE_COOKIE = 'locale';

/** Each language by its own name, and the two letters the top bar shows. */
export const LOCALE_NAMES: Record<Locale, { name: string; short: string }> = {
  en: { name: 'English', short: 'EN' },
  'zh-CN': { name: '简体中文', short: '中文' },
};

/** What Intl is asked for: English here is written the British way (22 Nov, 17:00). */
const INTL_LOCALES: Record<Locale, string> = { en: 'en-GB', 'zh-CN': 'zh-CN' };

export function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function intlLocale(locale: string): string {
  return isLocale(locale) ? INTL_LOCALES[locale] : locale;
}

/** The first language of an Accept-Language header that we speak. */
export function localeFromHeader(header: string | null | undefined): Locale | undefined {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const q = params.map((param) => param.trim()).find((param) => param.startsWith('q='));
      return { tag: tag.toLowerCase(), weight: q ? Number(q.slice(2)) : 1 };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return undefined;
}

/** A person's own choice, then the store's, then the browser's, then English. */
export function pickLocale(from: {
  chosen?: string | null | undefined;
  storeDefault?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}): Locale {
  if (isLocale(from.chosen)) return from.chosen;
  if (isLocale(from.storeDefault)) return from.storeDefault;
  return localeFromHeader(from.acceptLanguage) ?? DEFAULT_LOCALE;
}
