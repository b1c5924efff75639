import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { loadCatalogue } from '@/lib/i18n/catalogue';
import { LOCALE_COOKIE, pickLocale } from '@/lib/i18n/locales';
import { storeLocale } from '@/lib/web/store-locale';

/** A person's own choice first, then the language of the store the address belongs to. */
export default getRequestConfig(async ({ locale }) => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const own = locale ?? jar.get(LOCALE_COOKIE)?.value;
  const chosen = pickLocale({
    chosen: own,
    storeDefault: own ? undefined : await storeLocale(head.get('x-path')),
    acceptLanguage: head.get('accept-language'),
  });
  return {
    locale: chosen,
    messages: loadCatalogue(chosen),
    timeZone: 'UTC',
    now: new Date(),
  };
});
