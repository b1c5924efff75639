'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { isLocale, LOCALE_NAMES, LOCALES, type Locale } from '@/lib/i18n/locales';

/** The language of the page; the choice is kept by the action it is given. */
export function LanguageSwitch(props: { onChoose: (locale: Locale) => Promise<unknown> }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const [pending, start] = useTransition();
  function choose(next: string) {
    if (!isLocale(next) || next === locale || pending) return;
    start(async () => {
      await props.onChoose(next);
    });
  }
  return (
    <Menu
      trigger={{
        variant: 'quiet',
        label: (
          <>
            <span className="sr-only">{t('language')} </span>
            {LOCALE_NAMES[locale].short}
          </>
        ),
      }}
    >
      <MenuChoice
        label={t('language')}
        value={locale}
        onChange={choose}
        options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value].name, lang: value }))}
      />
    </Menu>
  );
}
