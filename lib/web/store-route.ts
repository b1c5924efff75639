import { getLocale } from 'next-intl/server';
import type { Permission } from '@/lib/access/permissions';
import type { Ctx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { translator } from '@/lib/i18n/translator';
import { failureOf, inWords, signedOut } from './failures';
import { statusOf } from './problem-json';
import { recordRefusal } from './refusals';
import { requestInfo } from './request';
import { getSession } from './session';
import { membershipIn, storeCtx } from './store-ctx';

type Params = Record<string, string>;
type Definition<P extends Params> = {
  permission: Permission;
  /** One query of lib: a Response as it is, anything else as JSON. */
  run: (ctx: Ctx, call: { request: Request; params: P; query: URLSearchParams }) => Promise<unknown>;
};
type Handler<P> = (request: Request, route: { params: Promise<P> }) => Promise<Response>;

const PRIVATE = { 'cache-control': 'private, no-store' };

/** A reading route of a store's own pages (search, pictures, files): for whoever is signed in, refused in words. */
export function storeRoute<P extends Params & { store: string }>({
  permission,
  run,
}: Definition<P>): Handler<P> {
  return async (request, route) => {
    const info = await requestInfo();
    const params = await route.params;
    let ctx: Ctx | undefined;
    try {
      const session = await getSession();
      if (!session) return refused(signedOut, info.requestId);
      const membership = membershipIn(session, params.store);
      if (!membership) throw new DomainError('NOT_FOUND', 'web.errors.noStore');
      ctx = storeCtx(session, membership, info);
      if (!ctx.actor.permissions.has(permission)) {
        throw new DomainError('FORBIDDEN', 'ui.errors.forbidden', { params: { permission } });
      }
      const result = await run(ctx, { request, params, query: new URL(request.url).searchParams });
      return result instanceof Response ? result : Response.json(result, { headers: PRIVATE });
    } catch (error) {
      const failure = failureOf(error, ctx ?? info);
      if (failure.code === 'FORBIDDEN') {
        await recordRefusal('permission.refused', info, {
          ctx,
          detail: { key: failure.key, ...failure.params },
        });
      }
      return refused(failure, info.requestId);
    }
  };
}

async function refused(failure: typeof signedOut, requestId: string): Promise<Response> {
  const body = inWords(failure, translator(await getLocale()), requestId);
  return Response.json(body, { status: statusOf(failure.code), headers: PRIVATE });
}
