import type { Session, StoreMembership } from '@/lib/access/session-row';
import { staffActor } from '@/lib/access/staff-actor';
import type { Ctx } from '@/lib/core/ctx';

/** The person's membership in a store by its slug; undefined for a stranger's or an unknown one alike. */
export function membershipIn(session: Session, slug: string): StoreMembership | undefined {
  return session.stores.find(({ store }) => store.slug === slug);
}

/** The context of a person at work in one of their stores. */
export function storeCtx(
  session: Session,
  { store, role, limits }: StoreMembership,
  request: { requestId: string; now: Date },
): Ctx {
  const { id, slug, name, currency, timeZone, locale } = store;
  return {
    db: 'closed',
    actor: staffActor({ userId: session.userId, name: session.name, role, limits }),
    store: { id, slug, name, currency, timeZone, locale },
    now: request.now,
    requestId: request.requestId,
  };
}
