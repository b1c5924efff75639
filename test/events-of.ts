import { and, asc, eq } from 'drizzle-orm';
import { events } from '@/db/schema/events';
import type { TxCtx } from '@/lib/core/ctx';
import type { EventSubject } from '@/lib/events/event-types';

/** What was recorded about a subject (or anything at all), in order, as [type, payload]. */
export async function eventsOf(
  ctx: TxCtx,
  subject?: EventSubject,
): Promise<[string, Record<string, unknown>][]> {
  const rows = await ctx.db
    .select({ type: events.type, payload: events.payload })
    .from(events)
    .where(and(eq(events.storeId, ctx.store.id), subject ? eq(events.subject, subject) : undefined))
    .orderBy(asc(events.seq));
  return rows.map((row) => [row.type, row.payload]);
}
