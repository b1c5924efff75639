'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { countryOptions } from '@/components/settings/country-options';

/**
 * Every country for a form that only the browser draws: a panel. A form that the server draws too is given its
 * countries by the page, since Node and browsers may name and sort them differently.
 */
export function useCountries() {
  const locale = useLocale();
  return useMemo(() => countryOptions(locale), [locale]);
}
