import { eventPersonal, events } from '@/db/schema/events';
import { actorRef } from '@/lib/core/actor';
import type { TxCtx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { insertMany, insertRows } from '@/lib/core/insert-row';
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

/** What one act made happen, in order. */
export type Happened = readonly [NewEvent, ...NewEvent[]];

/** The events of one act, or of several of one transaction, as an INSERT: alone or as a part of a larger statement. */
export function insertEvents(p: Params, acts: readonly [Act, ...Act[]]): string {
  const [first, ...more] = acts.flatMap(({ ctx, happened }) => {
    const shared = sharedBy(ctx);
    return happened.map((event) => ({ ...shared, ...event, id: newId('evt') }));
  });
  invariant(first, 'an act has events');
  return acts.length === 1
    ? insertRows(p, events, [first, ...more])
    : insertMany(p, events, [first, ...more]);
}
type Act = { ctx: TxCtx; happened: Happened };

/** Personal before and after values of an event: sealed, apart, erasable. */
export async function recordPersonal(ctx: TxCtx, eventId: Id<'evt'>, content: unknown): Promise<void> {
  await ctx.db
    .insert(eventPersonal)
    .values({ storeId: ctx.store.id, eventId, content: JSON.stringify(content) });
}
