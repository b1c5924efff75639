import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { taxClasses } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { lockTaxClass } from './lock-tax-class';
import { classCodeInput, classNameInput } from './tax-rate-facts';

export const renameTaxClassInput = z.object({ code: classCodeInput, version: z.int(), name: classNameInput });
export type RenameTaxClassInput = z.input<typeof renameTaxClassInput>;

/** Gives a tax class another name; its code and what is in it stay. */
export async function renameTaxClass(ctx: AnyCtx, input: RenameTaxClassInput): Promise<{ version: number }> {
  allow(ctx, 'settings.write');
  const { code, version, name } = renameTaxClassInput.parse(input);
  return transact(ctx, async (ctx) => {
    const before = await lockTaxClass(ctx, code);
    if (before.name === name) return { version: before.version };
    const [renamed] = await ctx.db
      .update(taxClasses)
      .set({ name, version: sql`${taxClasses.version} + 1` })
      .where(
        and(eq(taxClasses.storeId, ctx.store.id), eq(taxClasses.code, code), eq(taxClasses.version, version)),
      )
      .returning({ version: taxClasses.version });
    if (!renamed) throw conflict('settings.errors.changedMeanwhile');
    await record(ctx, 'settings.changed', ctx.store.id, { area: 'taxes', fields: ['name'], of: code });
    return renamed;
  });
}
