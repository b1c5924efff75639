import { NextIntlClientProvider } from 'next-intl';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { loadCatalogue, pickAreas } from '@/lib/i18n/catalogue';

/** What the kit itself says; every page's client code may use these areas. */
export const KIT_AREAS = ['ui', 'status', 'failure'] as const;

/**
 * Gives client components below it the words of the named areas (the kit's always).
 * Server components have all areas without this.
 */
export async function ClientMessages(props: {
  areas?: readonly string[];
  timeZone?: string;
  children: ReactNode;
}) {
  const locale = await getLocale();
  const messages = pickAreas(loadCatalogue(locale), [...KIT_AREAS, ...(props.areas ?? [])]);
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={messages}
      {...(props.timeZone ? { timeZone: props.timeZone } : {})}
    >
      {props.children}
    </NextIntlClientProvider>
  );
}
