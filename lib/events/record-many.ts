import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, uuidOf } from '@/lib/core/ids';
import type { EventPayloads, EventSubject, EventType } from './event-types';

/** Writes many events of one type in one statement, in the verb's own transaction: for bulk verbs. */
export async function recordMany<T extends EventType>(
  ctx: TxCtx,
  type: T,
  happened: readonly { subject: EventSubject; payload: EventPayloads[T] }[],
): Promise<void> {
  if (happened.length === 0) return;
  await ctx.raw(
    `insert into events (store_id, id, type, subject, actor, payload, at, request_id)
     select $1::uuid, e.id, $2::text, e.subject, $3::jsonb, e.payload::jsonb, $4::timestamptz, $5::text
     from unnest($6::uuid[], $7::text[], $8::text[]) as e(id, subject, payload)`,
    [
      uuidOf(ctx.store.id),
      type,
      JSON.stringify(actorRef(ctx.actor)),
      ctx.now.toISOString(),
      ctx.requestId,
      happened.map(() => uuidOf(newId('evt'))),
      happened.map(({ subject }) => subject),
      happened.map(({ payload }) => JSON.stringify(payload)),
    ],
  );
}
