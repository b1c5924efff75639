import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { loadCatalogue } from '@/lib/i18n/catalogue';
import { LOCALE_COOKIE, pickLocale } from '@/lib/i18n/locales';

/** `requestLocale` is the store's default: set by `setRequestLocale()` or the proxy's header. */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const chosen = pickLocale({
    chosen: locale ?? jar.get(LOCALE_COOKIE)?.value,
    storeDefault: await requestLocale,
    acceptLanguage: head.get('accept-language'),
  });
  return {
    locale: chosen,
    messages: loadCatalogue(chosen),
    timeZone: 'UTC',
    now: new Date(),
  };
});
