import { getLocale } from 'next-intl/server';
import type { z } from 'zod';
import type { Permission } from '@/lib/access/permissions';
import type { Ctx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { translator } from '@/lib/i18n/translator';
import type { ActionSuccess } from './action-result';
import { type Failure, failureOf, foreignOrigin, invalidInput, inWords, signedOut } from './failures';
import { statusOf } from './problem-json';
import { parseInput } from './problems';
import { readBody } from './read-body';
import { recordRefusal } from './refusals';
import { ownSite, requestInfo } from './request';
import { isSameOrigin } from './same-origin';
import { getSession } from './session';
import { membershipIn, storeCtx } from './store-ctx';

type Params = Record<string, string>;
type Definition<P extends Params> = {
  permission: Permission;
  /** One query of lib: a Response as it is, anything else as JSON. */
  run: (ctx: Ctx, call: { request: Request; params: P; query: URLSearchParams }) => Promise<unknown>;
};
type Handler<P> = (request: Request, route: { params: Promise<P> }) => Promise<Response>;
type Answering = (failure: Failure) => number;

const PRIVATE = { 'cache-control': 'private, no-store' };

/** A reading route of a store's own pages (search, pictures, files): for whoever is signed in, refused in words. */
export function storeRoute<P extends Params & { store: string }>(definition: Definition<P>): Handler<P> {
  return inStore(definition, ({ code }) => statusOf(code));
}

type Question<S extends z.ZodType, T> = {
  permission: Permission;
  input: S;
  /** A query of lib; it changes nothing. */
  run: (ctx: Ctx, input: z.output<S>) => Promise<T>;
};

/**
 * A question a page asks while somebody types, with an input too long for an address: POST, answered as an action's
 * result. Unlike actions, questions can be given up, overtake each other, and do not hold up leaving the page.
 */
export function storeQuestion<S extends z.ZodType, T>(question: Question<S, T>): Handler<{ store: string }> {
  const { permission, input } = question;
  const run = async (ctx: Ctx, { request }: { request: Request }): Promise<ActionSuccess<T>> => {
    if (!isSameOrigin(request.headers, ownSite())) throw new DomainError('FORBIDDEN', foreignOrigin.key);
    const body = await readBody(request);
    const found = parseInput(input, 'failure' in body ? undefined : body.value);
    if (found.ok) return { ok: true, data: await question.run(ctx, found.value) };
    const { key, params, problems } = invalidInput(found.problems);
    throw new DomainError('INVALID', key, { params, problems });
  };
  // What is wrong with a half-written form is an answer like any other, no failure of the page.
  const expected = new Set(['INVALID', 'CONFLICT', 'LIMIT', 'NOT_FOUND']);
  return inStore({ permission, run }, ({ code }) => (expected.has(code) ? 200 : statusOf(code)));
}

type Upload<S extends z.ZodType> = {
  permission: Permission;
  input: S;
  fields: (query: URLSearchParams) => unknown;
  run: (ctx: Ctx, input: z.output<S>, body: ReadableStream<Uint8Array>) => Promise<unknown>;
};

/** A file sent from a store's own page: handed on as it comes, never held. What it is stands in the address. */
export function storeUpload<S extends z.ZodType>(upload: Upload<S>): Handler<{ store: string }> {
  const run = async (ctx: Ctx, { request, query }: { request: Request; query: URLSearchParams }) => {
    if (!isSameOrigin(request.headers, ownSite())) throw new DomainError('FORBIDDEN', foreignOrigin.key);
    const found = parseInput(upload.input, upload.fields(query));
    if (found.ok && request.body) return upload.run(ctx, found.value, request.body);
    throw new DomainError('INVALID', 'web.errors.invalid', { problems: found.ok ? [] : found.problems });
  };
  return inStore({ permission: upload.permission, run }, ({ code }) => statusOf(code));
}

function inStore<P extends Params & { store: string }>(
  { permission, run }: Definition<P>,
  status: Answering,
): Handler<P> {
  return async (request, route) => {
    const info = await requestInfo();
    const params = await route.params;
    let ctx: Ctx | undefined;
    try {
      const session = await getSession();
      if (!session) return refused(signedOut, info.requestId, status);
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
      return refused(failure, info.requestId, status);
    }
  };
}

async function refused(failure: Failure, requestId: string, status: Answering): Promise<Response> {
  const body = inWords(failure, translator(await getLocale()), requestId);
  return Response.json(body, { status: status(failure), headers: PRIVATE });
}
