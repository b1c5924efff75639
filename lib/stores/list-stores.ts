import { asc } from 'drizzle-orm';
import { stores } from '@/db/schema/stores';
import { outside } from '@/lib/core/ctx';
import { faceColumns, type StoreFace } from './get-store-by-slug';

/** Every store, oldest first: for sweeps, which then work on one at a time. */
export async function listStores(): Promise<StoreFace[]> {
  return outside(({ db }) =>
    db.select(faceColumns).from(stores).orderBy(asc(stores.createdAt), asc(stores.id)),
  );
}
