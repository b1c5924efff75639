import type { RoleName } from '@/lib/access/permissions';
import { type Ctx, type StoreRef, transact } from '@/lib/core/ctx';
import { ctxOf, type FreshStore, freshStore, insertStore } from './fresh-store';

export type CommittedStore = FreshStore & {
  /** The owner, outside any transaction: every verb opens its own, as in the product. */
  ctx: Ctx;
  as: (role: RoleName) => Ctx;
};

/** A store whose rows stay, for races: several connections see them. The worker's database is thrown away later. */
export async function committedStore(overrides: Partial<Omit<StoreRef, 'id'>> = {}): Promise<CommittedStore> {
  const fresh = freshStore(overrides);
  const ctx = ctxOf(fresh);
  await transact(ctx, (inner) => insertStore(inner, fresh));
  return { ...fresh, ctx, as: (role) => ctxOf(fresh, role) };
}

/** Starts all at once and waits for all: what each gave, or why it failed. */
export function race<T>(
  times: number,
  contender: (n: number) => Promise<T>,
): Promise<PromiseSettledResult<T>[]> {
  return Promise.allSettled(Array.from({ length: times }, (_, n) => contender(n)));
}
