import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { Permission } from '@/lib/access/permissions';
import type { Session, StoreMembership } from '@/lib/access/session-row';
import type { Ctx } from '@/lib/core/ctx';
import { recordRefusal } from './refusals';
import { requestInfo } from './request';
import { requireSession } from './session';
import { membershipIn, storeCtx } from './store-ctx';

export type StorePage = { ctx: Ctx; session: Session; store: StoreMembership['store']; now: Date };

/**
 * The first line of every page of a store: who looks, at what, when. Nobody signed in goes to the sign-in page; an
 * unknown store and one the person has no part in are not found alike; a missing permission is recorded and shown.
 */
export async function storePage(slug: string, permission?: Permission): Promise<StorePage> {
  const page = await openStore(slug);
  if (permission && !page.ctx.actor.permissions.has(permission)) {
    await recordRefusal('permission.refused', await requestInfo(), { ctx: page.ctx, detail: { permission } });
    redirect(`/${slug}/forbidden?needs=${permission}`);
  }
  return page;
}

const openStore = cache(async (slug: string): Promise<StorePage> => {
  const request = await requestInfo();
  const session = await requireSession(request.headers.get('x-path') ?? `/${slug}`);
  const membership = membershipIn(session, slug);
  if (!membership) notFound();
  return {
    ctx: storeCtx(session, membership, request),
    session,
    store: membership.store,
    now: request.now,
  };
});
