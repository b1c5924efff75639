import type { Actor, Limits } from '@/lib/core/actor';
import type { UserId } from '@/lib/core/ids';
import { permissionsOf, ROLE_LIMITS, type RoleName } from './permissions';

/** A person at work in one store: the role's bundle; the membership's own limits win over the role's. */
export function staffActor(person: {
  userId: UserId;
  name: string;
  role: RoleName;
  limits: Limits;
}): Extract<Actor, { kind: 'staff' }> {
  const { userId, name, role } = person;
  const limits = { ...ROLE_LIMITS[role], ...person.limits };
  return { kind: 'staff', userId, name, role, permissions: permissionsOf(role), limits };
}
