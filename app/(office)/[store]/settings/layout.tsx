import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CountriesProvider } from '@/components/settings/countries-context';
import { countryOptions } from '@/components/settings/country-options';
import { ClientMessages } from '@/i18n/client-messages';
import { storePage } from '@/lib/web/store-page';

/** Gives the forms below their words; each page asks for its own permission. */
export default async function SettingsLayout(props: {
  children: ReactNode;
  params: Promise<{ store: string }>;
}) {
  const { store } = await storePage((await props.params).store);
  return (
    <ClientMessages areas={['settings']} timeZone={store.timeZone}>
      <CountriesProvider options={countryOptions(await getLocale())}>{props.children}</CountriesProvider>
    </ClientMessages>
  );
}
