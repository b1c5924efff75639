import { eventPersonal, events } from '@/db/schema/events';
import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { type Id, newId } from '@/lib/core/ids';
import { insertRows } from '@/lib/core/insert-row';
import { Params } from '@/lib/core/params';
import type { EventPayloads, EventSubject, EventType } from './event-types';

/** Writes one event in the verb's own transaction. Returns its id. */
export async function record<T extends EventType>(
  ctx: TxCtx,
  type: T,
  subject: EventSubject,
  payload: EventPayloads[T],
): Promise<Id<'evt'>> {
  const id = newId('evt');
  const p = new Params();
  await ctx.raw(insertRows(p, events, [{ ...sharedBy(ctx), id, type, subject, payload }]), p.values);
  return id;
}

const sharedBy = (ctx: TxCtx) => ({
  storeId: ctx.store.id,
  actor: actorRef(ctx.actor),
  at: ctx.now,
  requestId: ctx.requestId,
});

/** What may be recorded: each type with its own payload. */
export type NewEvent = {
  [T in EventType]: { type: T; subject: EventSubject; payload: EventPayloads[T] };
}[EventType];

/** Several events of one act, in order, as an INSERT: alone or as a part of a larger statement. */
export function insertEvents(p: Params, ctx: TxCtx, happened: readonly [NewEvent, ...NewEvent[]]): string {
  const shared = sharedBy(ctx);
  const row = (event: NewEvent) => ({ ...shared, ...event, id: newId('evt') });
  const [first, ...more] = happened;
  return insertRows(p, events, [row(first), ...more.map(row)]);
}

/** Personal before and after values of an event: sealed, apart, erasable. */
export async function recordPersonal(ctx: TxCtx, eventId: Id<'evt'>, content: unknown): Promise<void> {
  await ctx.db
    .insert(eventPersonal)
    .values({ storeId: ctx.store.id, eventId, content: JSON.stringify(content) });
}
