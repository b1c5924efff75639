import type { StoreRef } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';

type Named = Omit<StoreRef, 'id'>;

/** The store that is about to be made: its context is what `createStore` runs in. */
export function newStoreRef({ slug, name, currency, timeZone, locale }: Named): StoreRef {
  return { id: newId('sto'), slug, name, currency, timeZone, locale };
}
