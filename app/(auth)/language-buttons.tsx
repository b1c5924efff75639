import { getLocale, getTranslations } from 'next-intl/server';
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';
import { postLocaleAction } from './actions';

/** Both languages by their own names; a plain form, so that it works before any script does. */
export async function LanguageButtons() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('shell')]);
  return (
    <form action={postLocaleAction} aria-label={t('language')} className="flex gap-1 text-13">
      {LOCALES.map((value) => (
        <button
          key={value}
          type="submit"
          name="locale"
          value={value}
          lang={value}
          aria-pressed={value === locale}
          className="h-8 rounded-control px-2.5 text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:font-medium aria-pressed:text-ink"
        >
          {LOCALE_NAMES[value].name}
        </button>
      ))}
    </form>
  );
}
