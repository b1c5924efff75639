import { storeBySlug } from '@/lib/access/store-by-slug';

/** The language of the store an address belongs to; undefined outside stores, and while the database is away. */
export async function storeLocale(path: string | null): Promise<string | undefined> {
  const [, first, second] = path?.split(/[/?]/) ?? [];
  const slug = first === 's' ? second : first;
  if (!slug || !/^[a-z0-9-]{1,60}$/.test(slug)) return undefined;
  const store = await storeBySlug(slug, new Date()).catch(() => null);
  return store?.locale;
}
