import type { Limits } from '@/lib/core/actor';
import { glance, type StoreRef } from '@/lib/core/ctx';
import { type Id, idOf, type UserId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import type { RoleName } from './permissions';

/** One store a person works for, and as what. */
export type StoreMembership = {
  membershipId: Id<'mem'>;
  store: StoreRef & { initials: string; brandColor: string; isDemo: boolean };
  role: RoleName;
  limits: Limits;
};

/** A person who is signed in now: read from the database with every request, so what is revoked is gone at once. */
export type Session = {
  id: Id<'ses'>;
  userId: UserId;
  name: string;
  email: string;
  locale: string | null;
  lastSeenAt: Date;
  /** Active memberships, by store name. */
  stores: StoreMembership[];
};

const SELECT = `
  select u.name, u.email, u.locale, s.last_seen_at,
    coalesce((select json_agg(json_build_object('membership', m.id, 'role', m.role, 'limits', m.limits,
        'id', t.id, 'slug', t.slug, 'name', t.name, 'currency', t.currency, 'timeZone', t.time_zone,
        'locale', t.locale, 'initials', t.initials, 'brandColor', t.brand_color, 'isDemo', t.is_demo)
        order by lower(t.name), t.slug)
      from memberships m join stores t on t.id = m.store_id where m.user_id = u.id and m.active), '[]') as stores
  from sessions s join users u on u.id = s.user_id
  where s.id = $1::uuid and s.user_id = $2::uuid and s.revoked_at is null and s.expires_at > $3::timestamptz
    and u.disabled_at is null`;

type FoundStore = {
  membership: string;
  role: RoleName;
  limits: Limits;
  id: string;
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  locale: string;
  initials: string;
  brandColor: string;
  isDemo: boolean;
};

type SessionRow = {
  name: Uint8Array;
  email: Uint8Array;
  locale: string | null;
  last_seen_at: string;
  stores: FoundStore[];
};

/** The session if it still counts (not revoked, not expired, the person not disabled), in one round trip. */
export async function findSession(id: Id<'ses'>, userId: UserId, now: Date): Promise<Session | null> {
  const params = [uuidOf(id), uuidOf(userId), now.toISOString()];
  const [row] = rowsAs<SessionRow>(await glance({ user: userId }, SELECT, params));
  if (!row) return null;
  return {
    id,
    userId,
    name: unseal(row.name),
    email: unseal(row.email),
    locale: row.locale,
    lastSeenAt: new Date(row.last_seen_at),
    stores: row.stores.map(membershipOf),
  };
}

function membershipOf({ membership, role, limits, id, ...store }: FoundStore): StoreMembership {
  return {
    membershipId: idOf('mem', membership),
    store: { ...store, id: idOf('sto', id) },
    role,
    limits,
  };
}
