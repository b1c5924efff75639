import { eq } from 'drizzle-orm';
import { stores } from '@/db/schema/stores';
import { outside, type StoreRef } from '@/lib/core/ctx';

/** What can be known of a store before anybody is: its name and its look. */
export type StoreFace = StoreRef & { country: string; brandColor: string; initials: string; isDemo: boolean };

export const faceColumns = {
  id: stores.id,
  slug: stores.slug,
  name: stores.name,
  currency: stores.currency,
  timeZone: stores.timeZone,
  locale: stores.locale,
  country: stores.country,
  brandColor: stores.brandColor,
  initials: stores.initials,
  isDemo: stores.isDemo,
};

/** The store an address names, outside the walls; null when there is none. */
export async function getStoreBySlug(slug: string): Promise<StoreFace | null> {
  const [found] = await outside(({ db }) =>
    db.select(faceColumns).from(stores).where(eq(stores.slug, slug)).limit(1),
  );
  return found ?? null;
}
