import { eventPersonal, events } from '@/db/schema/events';
import { actorRef } from '@/lib/core/actor';
import { send, type TxCtx } from '@/lib/core/ctx';
import { type Id, newId } from '@/lib/core/ids';
import type { EventPayloads, EventSubject, EventType } from './event-types';

/** Writes one event in the verb's own transaction. Returns its id. */
export async function record<T extends EventType>(
  ctx: TxCtx,
  type: T,
  subject: EventSubject,
  payload: EventPayloads[T],
): Promise<Id<'evt'>> {
  const id = newId('evt');
  await send(
    ctx,
    ctx.db.insert(events).values({
      storeId: ctx.store.id,
      id,
      type,
      subject,
      actor: actorRef(ctx.actor),
      payload,
      at: ctx.now,
      requestId: ctx.requestId,
    }),
  );
  return id;
}

/** What may be recorded: each type with its own payload. */
export type NewEvent = {
  [T in EventType]: { type: T; subject: EventSubject; payload: EventPayloads[T] };
}[EventType];

/** Several events of one act, in order, in one statement. */
export async function recordAll(ctx: TxCtx, happened: readonly NewEvent[]): Promise<void> {
  const shared = { storeId: ctx.store.id, actor: actorRef(ctx.actor), at: ctx.now, requestId: ctx.requestId };
  await send(
    ctx,
    ctx.db.insert(events).values(happened.map((event) => ({ ...shared, ...event, id: newId('evt') }))),
  );
}

/** Personal before and after values of an event: sealed, apart, erasable. */
export async function recordPersonal(ctx: TxCtx, eventId: Id<'evt'>, content: unknown): Promise<void> {
  await ctx.db
    .insert(eventPersonal)
    .values({ storeId: ctx.store.id, eventId, content: JSON.stringify(content) });
}
