import { memberships, users } from '@/db/schema/access';
import { numberLeases, storeSettings, stores, taxClasses } from '@/db/schema/stores';
import { permissionsOf, ROLE_LIMITS, ROLE_NAMES, type RoleName } from '@/lib/access/permissions';
import type { Actor } from '@/lib/core/actor';
import type { Ctx, StoreRef, TxCtx } from '@/lib/core/ctx';
import { newId, type UserId } from '@/lib/core/ids';
import { blindWide } from '@/lib/core/seal';

/** Monday, 10:00 in London and in UTC: the moment every test begins at, unless it says otherwise. */
export const TEST_NOW = new Date('2026-03-02T10:00:00.000Z');

/** A store and one person per role, before anything is written. */
export type FreshStore = { store: StoreRef; people: Record<RoleName, UserId> };

export function freshStore(overrides: Partial<Omit<StoreRef, 'id'>> = {}): FreshStore {
  const id = newId('sto');
  const store = {
    id,
    slug: `t-${id.slice(-12)}`,
    name: 'Test Store',
    currency: 'GBP',
    timeZone: 'Europe/London',
    locale: 'en',
    ...overrides,
  };
  const people = {
    owner: newId('usr'),
    manager: newId('usr'),
    fulfilment: newId('usr'),
    stock: newId('usr'),
    support: newId('usr'),
    finance: newId('usr'),
    analyst: newId('usr'),
  };
  return { store, people };
}

/** The built-in role's bundle, with the limits that come with it. */
export function actorOf(role: RoleName, { people }: FreshStore): Actor {
  return {
    kind: 'staff',
    userId: people[role],
    name: `Test ${role}`,
    role,
    permissions: permissionsOf(role),
    limits: ROLE_LIMITS[role] ?? {},
  };
}

/** Signed in, and granted nothing. */
export function strangerTo({ people }: FreshStore): Actor {
  return {
    kind: 'staff',
    userId: people.analyst,
    name: 'Nobody',
    role: 'none',
    permissions: new Set(),
    limits: {},
  };
}

/** A closed context of the store: transact and read open its transactions. */
export function ctxOf(fresh: FreshStore, role: RoleName = 'owner', now: Date = TEST_NOW): Ctx {
  return { db: 'closed', actor: actorOf(role, fresh), store: fresh.store, now, requestId: 'test' };
}

/** Writes the store's own rows and its people: what must be there before the first verb. */
export async function insertStore(ctx: TxCtx, { store, people }: FreshStore): Promise<void> {
  const createdAt = ctx.now;
  const { timeZone, locale, ...rest } = store;
  await ctx.db
    .insert(stores)
    .values({ ...rest, timeZone, locale, country: 'GB', initials: 'TS', createdAt })
    .onConflictDoNothing();
  await ctx.db.insert(taxClasses).values({ storeId: store.id, code: 'standard', name: 'Standard' });
  await ctx.db.insert(numberLeases).values({ storeId: store.id, kind: 'order', next: 1001 });
  await ctx.db.insert(storeSettings).values({ storeId: store.id, updatedAt: createdAt });
  const rows = ROLE_NAMES.map((role) => ({ role, userId: people[role] }));
  await ctx.db.insert(users).values(
    rows.map(({ role, userId }) => ({
      id: userId,
      email: `${role}.${userId}@test.example`,
      emailToken: blindWide(`${role}.${userId}@test.example`),
      name: `Test ${role}`,
      passwordHash: 'no password signs in here',
      createdAt,
      passwordChangedAt: createdAt,
    })),
  );
  await ctx.db
    .insert(memberships)
    .values(
      rows.map(({ role, userId }) => ({ storeId: store.id, id: newId('mem'), userId, role, createdAt })),
    );
}
