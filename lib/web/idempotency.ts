import { createHash } from 'node:crypto';
import type { FoundKey, KeptAnswer } from '@/lib/access/find-api-key';
import { type Ctx, type Once, pgConstraint, type TxCtx, transact } from '@/lib/core/ctx';
import { type Id, uuidOf } from '@/lib/core/ids';
import { type Answer, type SentAnswer, toSent } from './endpoint-answer';
import { type ApiFailure, refuse } from './problem-json';

const SHAPE = /^[\x21-\x7e]{1,255}$/;
const TAKEN = 'idempotency_keys_store_id_key_id_key_pk';

const INSERT = `insert into idempotency_keys (store_id, key_id, key, request_hash, status, headers, body, created_at)
  values ($1::uuid, $2::uuid, $3::text, $4::bytea, $5::int, $6::jsonb, $7::text, $8::timestamptz)`;

/** The header's value; draft 07 writes it as a quoted string, most clients do not. */
export function idempotencyKeyOf(headers: Headers): string | ApiFailure {
  const header = headers.get('idempotency-key');
  if (header === null) return refuse(400, 'IDEMPOTENCY_KEY_MISSING', 'web.api.keyMissing');
  const key = /^"(.*)"$/.exec(header)?.[1] ?? header;
  return SHAPE.test(key) ? key : refuse(400, 'IDEMPOTENCY_KEY_MISSING', 'web.api.keyInvalid');
}

/** Method, path and body: the same request, byte for byte. */
export function fingerprint(method: string, path: string, body: string): Buffer {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest();
}

export const inProgress = () => ({
  ...refuse(409, 'IDEMPOTENCY_KEY_IN_USE', 'web.api.keyInProgress'),
  retryAfterSeconds: 1,
});

/** The same answer again to the same request; the key with another body is refused. */
export function replay(kept: KeptAnswer, hash: Buffer): SentAnswer | ApiFailure {
  if (!hash.equals(kept.requestHash)) return refuse(422, 'IDEMPOTENCY_KEY_REUSED', 'web.api.keyReused');
  const { status, text, headers } = kept;
  return { status, text, headers: { ...headers, 'idempotency-replayed': 'true' } };
}

type Claim = { keyId: Id<'key'>; key: string; hash: Buffer };

/** Keeps an answer under its key: the unique index lets only the first of two equal requests commit. */
function keep(ctx: TxCtx, { keyId, key, hash }: Claim, answer: SentAnswer): Promise<unknown> {
  const { status, headers, text } = answer;
  const ids = [uuidOf(ctx.store.id), uuidOf(keyId)];
  return ctx.raw(INSERT, [...ids, key, hash, status, JSON.stringify(headers), text, ctx.now.toISOString()]);
}

/** Whether a failure means that an equal request was faster and has committed. */
export const wasFaster = (error: unknown): boolean => pgConstraint(error) === TAKEN;

/** One request's answer, to be kept by the verb's own transaction (`transactOnce`), else right after it. */
export function answerOnce<T>(claim: Claim, answerOf: (result: T) => Answer) {
  let kept: SentAnswer | undefined;
  const once: Once = {
    keep: (ctx, result) => {
      kept = toSent(answerOf(result as T));
      return keep(ctx, claim, kept);
    },
  };
  const settle = async (ctx: Ctx, result: T): Promise<SentAnswer> => {
    if (kept) return kept;
    const answer = toSent(answerOf(result));
    await transact(ctx, (inner) => keep(inner, claim, answer));
    return answer;
  };
  return { once, settle };
}

const running = new Set<string>();

/** Refuses a second equal request while the first is at work in this process; other processes meet at the index. */
export async function whileRunning<T>(
  found: FoundKey,
  key: string,
  work: () => Promise<T>,
): Promise<T | ApiFailure> {
  const name = `${found.keyId} ${key}`;
  if (running.has(name)) return inProgress();
  running.add(name);
  try {
    return await work();
  } finally {
    running.delete(name);
  }
}
