import { after } from 'next/server';
import type { z } from 'zod';
import { findApiKey } from '@/lib/access/find-api-key';
import { isUseDue, noteKeyUse } from '@/lib/access/note-key-use';
import type { Permission } from '@/lib/access/permissions';
import type { Ctx } from '@/lib/core/ctx';
import { type ApiCaller, callerOf, rateHeaders, refusePermission, tooMany } from './api-access';
import { type Answer, type SentAnswer, toResponse, toSent } from './endpoint-answer';
import { failureOf, invalidInput } from './failures';
import { answerOnce, fingerprint, idempotencyKeyOf, replay, wasFaster, whileRunning } from './idempotency';
import { type ApiFailure, apiFailure, problemResponse, refuse } from './problem-json';
import { parseInput } from './problems';
import { type Body, readBody } from './read-body';
import { apiRequestInfo, type RequestInfo } from './request';
import { REQUEST_ID_HEADER } from './request-id';
import { wakeRelay } from './wake-relay';

type Params = Record<string, string>;
type Definition<S extends z.ZodType, T> = {
  permission: Permission;
  /** The JSON body; for GET and DELETE the query. */
  input: S;
  /** Wants an Idempotency-Key; the verb opens its transaction with `transactOnce`, so that the answer is kept in it. */
  idempotent?: boolean;
  /** One verb or query of lib. */
  run: (ctx: Ctx, input: z.output<S>, params: Params) => Promise<T>;
  /** The result as JSON; 200 and the result itself when absent. It is pure: it may run inside the transaction. */
  answer?: (result: T, params: Params) => Answer;
};
/** The other methods of an address: 405, with those it takes. An address that takes none is not there: 404. */
type Closed = { methods: readonly string[] };

type Route = { params: Promise<Record<string, string | string[]> | undefined> };
type Handler = (request: Request, route: Route) => Promise<Response>;

const BODILESS = new Set(['GET', 'HEAD', 'DELETE']);
const QUIET = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/**
 * Makes one method of the public API, the only thing a route.ts under app/api/v1 exports: key, permission, limits,
 * the whole input with pointers, once per Idempotency-Key, and problem+json (RFC 9457) for everything that is not.
 */
export function endpoint<S extends z.ZodType, T>(definition: Definition<S, T> | Closed): Handler {
  return async (request, route) => {
    const info = apiRequestInfo(request.headers);
    const work = 'methods' in definition ? closed(definition) : () => open(definition, request, route, info);
    const { outcome, rate } = await settle(work, info);
    const response = 'text' in outcome ? toResponse(outcome) : problemResponse(outcome, info.requestId);
    for (const [name, value] of Object.entries({ ...QUIET, ...rate })) response.headers.set(name, value);
    response.headers.set(REQUEST_ID_HEADER, info.requestId);
    return response;
  };
}

type Outcome = SentAnswer | ApiFailure;
type Settled = { outcome: Outcome; rate: Record<string, string> };

async function settle(work: () => Promise<Settled>, info: RequestInfo): Promise<Settled> {
  try {
    return await work();
  } catch (error) {
    return { outcome: apiFailure(failureOf(error, info)), rate: {} };
  }
}

const closed = (definition: Closed) => async (): Promise<Settled> => {
  const methods = definition.methods.join(', ');
  if (methods === '') return { outcome: refuse(404, 'NOT_FOUND', 'web.api.notFound'), rate: {} };
  const failure = refuse(405, 'METHOD_NOT_ALLOWED', 'web.api.method', { methods }, { allow: methods });
  return { outcome: failure, rate: {} };
};

async function open<S extends z.ZodType, T>(
  definition: Definition<S, T>,
  request: Request,
  route: Route,
  info: RequestInfo,
): Promise<Settled> {
  const key = definition.idempotent ? idempotencyKeyOf(info.headers) : null;
  const caller = await callerOf(info, typeof key === 'string' ? key : null);
  if (!('ctx' in caller)) return { outcome: caller, rate: {} };
  const rate = rateHeaders(caller.taken);
  const { ctx, found, taken } = caller;
  if (isUseDue(found.lastUsedAt, ctx.now)) after(() => noteKeyUse(ctx, found.keyId).catch(() => undefined));
  if (!taken.allowed) return { outcome: tooMany(taken.retryAfterSeconds), rate };
  if (!ctx.actor.permissions.has(definition.permission)) {
    return { outcome: await refusePermission(info, ctx, definition.permission), rate };
  }
  if (key !== null && typeof key !== 'string') return { outcome: key, rate };
  const body = BODILESS.has(request.method) ? queryOf(request) : await readBody(request);
  if ('failure' in body) return { outcome: body.failure, rate };
  const call = { definition, caller, body, request, info, params: single(await route.params) };
  const outcome = key === null ? await plain(call) : await once(call, key);
  if ('text' in outcome && request.method !== 'GET') after(wakeRelay);
  return { outcome, rate };
}

/** Next gives addresses without parameters none at all. */
function single(params: Record<string, string | string[]> | undefined): Params {
  const entries = Object.entries(params ?? {});
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function queryOf(request: Request): Body {
  const { search, searchParams } = new URL(request.url);
  return { text: search, value: Object.fromEntries(searchParams) };
}

type Call<S extends z.ZodType, T> = {
  definition: Definition<S, T>;
  caller: ApiCaller;
  body: Body;
  request: Request;
  info: RequestInfo;
  params: Params;
};

async function plain<S extends z.ZodType, T>(call: Call<S, T>): Promise<Outcome> {
  const { definition, caller, params } = call;
  return attempt(call, async (input) =>
    toSent(answerOf(definition, await definition.run(caller.ctx, input, params), params)),
  );
}

async function once<S extends z.ZodType, T>(call: Call<S, T>, key: string): Promise<Outcome> {
  const { definition, caller, body, request, params } = call;
  const { ctx, found } = caller;
  const hash = fingerprint(request.method, new URL(request.url).pathname, body.text);
  if (found.kept) return replay(found.kept, hash);
  const claim = { keyId: found.keyId, key, hash };
  return whileRunning(found, key, () =>
    attempt(call, async (input) => {
      const keeping = answerOnce<T>(claim, (result) => answerOf(definition, result, params));
      try {
        const result = await definition.run({ ...ctx, once: keeping.once }, input, params);
        return await keeping.settle(ctx, result);
      } catch (error) {
        const kept = wasFaster(error) && (await findApiKey(ctx.store.id, caller.hash, key))?.kept;
        if (!kept) throw error;
        return replay(kept, hash);
      }
    }),
  );
}

async function attempt<S extends z.ZodType, T>(
  { definition, caller, body, info }: Call<S, T>,
  work: (input: z.output<S>) => Promise<Outcome>,
): Promise<Outcome> {
  const input = parseInput(definition.input, body.value);
  if (!input.ok) return apiFailure(invalidInput(input.problems));
  try {
    return await work(input.value);
  } catch (error) {
    const failure = failureOf(error, caller.ctx);
    const permission = failure.params?.permission;
    return failure.code === 'FORBIDDEN'
      ? refusePermission(info, caller.ctx, String(permission ?? failure.key))
      : apiFailure(failure);
  }
}

function answerOf<S extends z.ZodType, T>({ answer }: Definition<S, T>, result: T, params: Params): Answer {
  return answer ? answer(result, params) : { status: 200, body: result };
}
