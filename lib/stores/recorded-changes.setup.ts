import { and, asc, eq } from 'drizzle-orm';
import { events } from '@/db/schema/events';
import type { TxCtx } from '@/lib/core/ctx';

/** What was recorded of a store's settings, oldest first: for the tests beside. */
export async function recordedChanges(ctx: TxCtx) {
  const rows = await ctx.db
    .select({ type: events.type, payload: events.payload })
    .from(events)
    .where(and(eq(events.storeId, ctx.store.id), eq(events.subject, ctx.store.id)))
    .orderBy(asc(events.seq));
  return rows.filter(({ type }) => type === 'settings.changed').map(({ payload }) => payload);
}
