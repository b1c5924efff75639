import { and, eq, sql } from 'drizzle-orm';
import { storeSettings, stores } from '@/db/schema/stores';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, invariant } from '@/lib/core/errors';
import { record } from '@/lib/events/record';

type Settings = typeof storeSettings.$inferInsert;
type Store = typeof stores.$inferInsert;
export type SettingsPatch = Partial<Omit<Settings, 'storeId' | 'version' | 'updatedAt'>>;
export type StorePatch = Partial<
  Pick<Store, 'name' | 'initials' | 'brandColor' | 'country' | 'timeZone' | 'locale'>
>;

/**
 * One change of the store's own row and its rules, guarded by the version the person saw. What is already so writes
 * nothing, so the same form sent twice is one change; a form that saw older rules is CONFLICT.
 */
export async function changeSettings(
  ctx: TxCtx,
  change: { area: string; version: number; rules?: SettingsPatch; store?: StorePatch },
): Promise<{ version: number }> {
  const { area, version, rules = {}, store = {} } = change;
  const mine = eq(storeSettings.storeId, ctx.store.id);
  const [found] = await ctx.db
    .select({ rules: storeSettings, store: stores })
    .from(storeSettings)
    .innerJoin(stores, eq(stores.id, storeSettings.storeId))
    .where(mine)
    .for('update', { of: storeSettings });
  invariant(found, 'a store has its settings');
  const fields = [...differing(found.rules, rules), ...differing(found.store, store)];
  if (fields.length === 0) return { version: found.rules.version };
  const [changed] = await ctx.db
    .update(storeSettings)
    .set({ ...rules, updatedAt: ctx.now, version: sql`${storeSettings.version} + 1` })
    .where(and(mine, eq(storeSettings.version, version)))
    .returning({ version: storeSettings.version });
  if (!changed) throw conflict('settings.errors.changedMeanwhile');
  if (Object.keys(store).length > 0) {
    await ctx.db.update(stores).set(store).where(eq(stores.id, ctx.store.id));
  }
  await record(ctx, 'settings.changed', ctx.store.id, { area, fields });
  return changed;
}

/** The names of the facts that would change; an empty text and none are the same. */
export function differing(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const plain = (value: unknown) => JSON.stringify(value ?? '');
  return Object.keys(after).filter((field) => plain(before[field]) !== plain(after[field]));
}
