import type { Locale } from '@/lib/i18n/locales';
import type { Place } from './place';

export interface ShellStore {
  slug: string;
  name: string;
  initials: string;
  /** A brand colour dark enough for white letters; without it ink on paper. */
  color?: string | null;
  isDemo?: boolean;
}

export interface ShellUser {
  name: string;
  email: string;
  initials: string;
}

/** An action of the palette: "New order". */
export interface ShellAction {
  id: string;
  label: string;
  href: string;
}

export interface ShellProps {
  store: ShellStore;
  /** All stores of the person, the present one among them. */
  stores: readonly ShellStore[];
  user: ShellUser;
  /** In order; `settings` stands at the bottom. */
  places: readonly Place[];
  actions?: readonly ShellAction[];
  /** Answers `GET ?q=` with `SearchAnswer`. */
  searchHref: string;
  accountHref: string;
  switchLocale: (locale: Locale) => Promise<unknown>;
  signOut: () => Promise<unknown>;
}

export interface SearchAnswer {
  groups: {
    label: string;
    items: { id: string; title: string; subtitle?: string | null; href: string; kind?: string }[];
  }[];
}
