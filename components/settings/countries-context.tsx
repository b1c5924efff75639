'use client';

import { createContext, type ReactNode, use } from 'react';
import type { SelectOption } from '@/components/ui/native-select';

const Countries = createContext<readonly SelectOption[]>([]);

/** The countries by name, made on the server: browsers know other names and sort another way. */
export function CountriesProvider(props: { options: readonly SelectOption[]; children: ReactNode }) {
  return <Countries value={props.options}>{props.children}</Countries>;
}

export const useCountries = () => use(Countries);
