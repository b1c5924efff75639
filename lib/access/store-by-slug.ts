import { glance, type StoreRef } from '@/lib/core/ctx';
import { idOf } from '@/lib/core/ids';

const KNOWN_MS = 5_000;
const MOST_KNOWN = 1_000;

const known = new Map<string, { store: StoreRef; at: number }>();

/** A store's identity by its slug, remembered for five seconds: every call of the API asks. */
export async function storeBySlug(slug: string, now: Date): Promise<StoreRef | null> {
  const found = known.get(slug);
  if (found && Math.abs(now.getTime() - found.at) < KNOWN_MS) return found.store;
  const [row] = await glance(
    'outside',
    'select id, slug, name, currency, time_zone, locale from stores where slug = $1::text',
    [slug],
  );
  if (!row) return null;
  const store: StoreRef = {
    id: idOf('sto', String(row.id)),
    slug: String(row.slug),
    name: String(row.name),
    currency: String(row.currency),
    timeZone: String(row.time_zone),
    locale: String(row.locale),
  };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(slug, { store, at: now.getTime() });
  return store;
}
