import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { taxClasses } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { record } from '@/lib/events/record';
import { classCodeInput, classNameInput } from './tax-rate-facts';

export const addTaxClassInput = z.object({ code: classCodeInput, name: classNameInput });
export type AddTaxClassInput = z.input<typeof addTaxClassInput>;

/** A further kind of goods that is taxed its own way. The code is what files and the API say; it never changes. */
export async function addTaxClass(ctx: AnyCtx, input: AddTaxClassInput): Promise<{ code: string }> {
  allow(ctx, 'settings.write');
  const { code, name } = addTaxClassInput.parse(input);
  return transact(ctx, async (ctx) => {
    const [made] = await ctx.db
      .insert(taxClasses)
      .values({ storeId: ctx.store.id, code, name })
      .onConflictDoNothing()
      .returning({ code: taxClasses.code });
    if (!made) {
      const [there] = await ctx.db
        .select({ name: taxClasses.name })
        .from(taxClasses)
        .where(and(eq(taxClasses.storeId, ctx.store.id), eq(taxClasses.code, code)));
      if (there?.name !== name) throw conflict('settings.errors.classTaken', { code });
      return { code };
    }
    await record(ctx, 'settings.changed', ctx.store.id, {
      area: 'taxes',
      fields: ['code', 'name'],
      of: code,
    });
    return made;
  });
}
