import { unstable_rethrow } from 'next/navigation';
import { after } from 'next/server';
import { getLocale } from 'next-intl/server';
import type { z } from 'zod';
import { allow } from '@/lib/access/allow';
import type { Permission } from '@/lib/access/permissions';
import type { Session } from '@/lib/access/session-row';
import type { Ctx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import { translator } from '@/lib/i18n/translator';
import type { ActionResult } from './action-result';
import { type Failure, failureOf, foreignOrigin, invalidInput, inWords, signedOut } from './failures';
import { formValues } from './form-values';
import { parseInput } from './problems';
import { recordRefusal } from './refusals';
import { ownSite, type RequestInfo, requestInfo } from './request';
import { isSameOrigin } from './same-origin';
import { getSession } from './session';
import { membershipIn, storeCtx } from './store-ctx';
import { wakeRelay } from './wake-relay';

/** What a verb of lib is: a context, an input, a result. */
type StaffAction<S extends z.ZodType, T> = {
  input: S;
  /** Asked before the input is looked at; the verb asks for itself anyway. */
  permission?: Permission;
  run: (ctx: Ctx, input: z.output<S>) => Promise<T>;
};
type PersonAction<S extends z.ZodType, T> = {
  who: 'person';
  input: S;
  run: (person: { session: Session; request: RequestInfo }, input: z.output<S>) => Promise<T>;
};
type AnybodyAction<S extends z.ZodType, T> = {
  who: 'anybody';
  input: S;
  run: (request: RequestInfo, input: z.output<S>) => Promise<T>;
};

/** An action of a store: called with the store's slug and the input. */
export type StoreCall<I, T> = (storeSlug: string, input: I) => Promise<ActionResult<T>>;
/** An action outside stores as `useActionState` wants it: works without JavaScript too. The default. */
export type FormCall<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;
/** `as: 'call'`: with a plain input. */
export type PlainCall<I, T> = (input: I) => Promise<ActionResult<T>>;
/** `as: 'post'`: a form of its own that shows no answer, such as a way out. */
export type PostCall = (form?: FormData) => Promise<void>;

type Own<S extends z.ZodType, T> = PersonAction<S, T> | AnybodyAction<S, T>;
type As<Shape extends string, D> = D & { as: Shape };

/**
 * Makes a server action, the only thing an actions.ts exports. It checks the origin, who asks and the whole input,
 * runs the verb, and answers with a result in the reader's language: it never throws.
 */
export function action<S extends z.ZodType, T>(
  definition: As<'call', PersonAction<S, T>>,
): PlainCall<z.input<S>, T>;
export function action<S extends z.ZodType, T>(
  definition: As<'call', AnybodyAction<S, T>>,
): PlainCall<z.input<S>, T>;
export function action<S extends z.ZodType, T>(definition: As<'post', AnybodyAction<S, T>>): PostCall;
export function action<S extends z.ZodType, T>(definition: PersonAction<S, T>): FormCall<T>;
export function action<S extends z.ZodType, T>(definition: AnybodyAction<S, T>): FormCall<T>;
export function action<S extends z.ZodType, T>(definition: StaffAction<S, T>): StoreCall<z.input<S>, T>;
export function action<S extends z.ZodType, T>(
  definition: StaffAction<S, T> | (Own<S, T> & { as?: 'call' | 'post' }),
): unknown {
  if (!('who' in definition)) {
    return async (storeSlug: string, input: z.input<S>) =>
      answer((request) => asStaff(definition, storeSlug, input, request));
  }
  return async (given?: unknown, form?: FormData) =>
    answer((request) => {
      const sent = form ?? given;
      const values = sent instanceof FormData ? formValues(sent) : sent;
      return definition.who === 'person'
        ? asPerson(definition, values, request)
        : parsed(definition.input, values, (input) => definition.run(request, input));
    });
}

type Outcome<T> = { data: T } | { failure: Failure; ctx?: Ctx };

async function answer<T>(work: (request: RequestInfo) => Promise<Outcome<T>>): Promise<ActionResult<T>> {
  const request = await requestInfo();
  const outcome = await attempt(work, request);
  if ('data' in outcome) {
    after(wakeRelay);
    return { ok: true, data: outcome.data };
  }
  const { failure, ctx } = outcome;
  if (failure.code === 'FORBIDDEN') {
    const kind = failure === foreignOrigin ? 'origin.refused' : 'permission.refused';
    await recordRefusal(kind, request, { ctx, detail: { key: failure.key, ...failure.params } });
  }
  return inWords(failure, translator(await getLocale()), request.requestId);
}

async function attempt<T>(
  work: (request: RequestInfo) => Promise<Outcome<T>>,
  request: RequestInfo,
): Promise<Outcome<T>> {
  try {
    return isSameOrigin(request.headers, ownSite()) ? await work(request) : { failure: foreignOrigin };
  } catch (error) {
    unstable_rethrow(error);
    return { failure: failureOf(error, request) };
  }
}

async function asStaff<S extends z.ZodType, T>(
  { input, permission, run }: StaffAction<S, T>,
  storeSlug: string,
  given: unknown,
  request: RequestInfo,
): Promise<Outcome<T>> {
  const session = await getSession();
  if (!session) return { failure: signedOut };
  const membership = membershipIn(session, String(storeSlug));
  if (!membership) throw new DomainError('NOT_FOUND', 'web.errors.noStore');
  const ctx = storeCtx(session, membership, request);
  try {
    if (permission) allow(ctx, permission);
    return await parsed(input, given, (value) => run(ctx, value));
  } catch (error) {
    unstable_rethrow(error);
    return { failure: failureOf(error, ctx), ctx };
  }
}

async function asPerson<S extends z.ZodType, T>(
  { input, run }: PersonAction<S, T>,
  given: unknown,
  request: RequestInfo,
): Promise<Outcome<T>> {
  const session = await getSession();
  if (!session) return { failure: signedOut };
  return parsed(input, given, (value) => run({ session, request }, value));
}

async function parsed<S extends z.ZodType, T>(
  schema: S,
  given: unknown,
  run: (input: z.output<S>) => Promise<T>,
): Promise<Outcome<T>> {
  const found = parseInput(schema, given);
  if (!found.ok) return { failure: invalidInput(found.problems) };
  return { data: await run(found.value) };
}
