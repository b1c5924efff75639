import { eq } from 'drizzle-orm';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';

/** Whether the store confirms orders by its rule, or waits for somebody's word: the editor says which. */
export async function confirmsByItself(ctx: AnyCtx): Promise<boolean> {
  allow(ctx, 'order.read');
  return read(ctx, async (ctx) => {
    const [row] = await ctx.db
      .select({ confirmation: storeSettings.confirmation })
      .from(storeSettings)
      .where(eq(storeSettings.storeId, ctx.store.id));
    return row?.confirmation === 'automatic';
  });
}
