import { allow } from '@/lib/access/allow';
import type { ActorRef } from '@/lib/core/actor';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { type Id, idOf, isId, type OrderId, type Prefix, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';
import { unseal } from '@/lib/core/seal';
import type { EventPayloads, EventType } from '@/lib/events/event-types';

const ENTRIES_PER_PAGE = 100;

/** What can stand in an order's timeline. */
export type OrderEventType =
  | Extract<EventType, `${'order' | 'payment' | 'refund' | 'shipment'}.${string}`>
  | 'customer.revealed';

/** One thing that happened to an order. `by` is a name, or null for the system and the shopper. */
export type TimelineEvent = {
  id: Id<'evt'>;
  type: string;
  payload: EventPayloads[OrderEventType];
  actor: ActorRef['kind'];
  by: string | null;
  at: Date;
  note: string | null;
};
export type OrderTimeline = { entries: TimelineEvent[]; nextBefore: number | null };

type Row = {
  seq: number;
  id: string;
  type: string;
  payload: EventPayloads[OrderEventType];
  actor: ActorRef;
  at: Date;
  body: Uint8Array | null;
};

const EVENTS = `select e.seq, e.id, e.type, e.payload, e.actor, e.at from events e
  where e.store_id = $1::uuid and e.subject = $2::text and e.seq < $3::bigint and ($4::boolean = false or e.type = 'order.noted')
  order by e.seq desc limit ${ENTRIES_PER_PAGE + 1}`;

/** What happened to an order, newest first, with notes in their place and people by name. Three statements. */
export async function orderTimeline(
  ctx: AnyCtx,
  input: { orderId: OrderId; before?: number | null; only?: 'everything' | 'notes' },
): Promise<OrderTimeline> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const params = [
      uuidOf(ctx.store.id),
      input.orderId,
      input.before ?? Number.MAX_SAFE_INTEGER,
      input.only === 'notes',
    ];
    const rows = rowsAs<Row>(await ctx.raw(EVENTS, params));
    const shown = rows.slice(0, ENTRIES_PER_PAGE);
    const [notes, names] = await Promise.all([readNotes(ctx, shown), readNames(ctx, shown)]);
    const last = shown.at(-1);
    return {
      entries: shown.map((row) => ({
        id: idOf('evt', row.id),
        type: row.type,
        payload: row.payload,
        actor: row.actor.kind,
        by: row.actor.kind === 'system' ? null : (names.get(row.actor.id) ?? null),
        at: new Date(row.at),
        note: notes.get(noteOf(row) ?? '') ?? null,
      })),
      nextBefore: rows.length > ENTRIES_PER_PAGE && last ? last.seq : null,
    };
  });
}

const noteOf = ({ payload }: Row) =>
  'noteId' in payload && isId('nte', payload.noteId) ? payload.noteId : null;

async function readNotes(ctx: TxCtx, rows: Row[]): Promise<Map<string, string>> {
  const ids = rows.flatMap((row) => noteOf(row) ?? []);
  const found = rowsAs<{ id: string; body: Uint8Array }>(
    await ctx.raw('select id, body from order_notes where store_id = $1::uuid and id = any($2::uuid[])', [
      uuidOf(ctx.store.id),
      ids.map(uuidOf),
    ]),
  );
  return new Map(found.map((note) => [idOf('nte', note.id), unseal(note.body)]));
}

const NAMES = `select id, name, null as plain from users where id = any($2::uuid[])
  union all select id, null, name from api_keys where store_id = $1::uuid and id = any($3::uuid[])`;

/** People by their name, keys by theirs. */
async function readNames(ctx: TxCtx, rows: Row[]): Promise<Map<string, string>> {
  const uuids = (prefix: Prefix) => [
    ...new Set(
      rows.flatMap(({ actor }) => ('id' in actor && isId(prefix, actor.id) ? [uuidOf(actor.id)] : [])),
    ),
  ];
  const found = rowsAs<{ id: string; name: Uint8Array | null; plain: string | null }>(
    await ctx.raw(NAMES, [uuidOf(ctx.store.id), uuids('usr'), uuids('key')]),
  );
  return new Map(
    found.map(({ id, name, plain }) =>
      name ? [idOf('usr', id), unseal(name)] : [idOf('key', id), plain ?? ''],
    ),
  );
}
