import { asc, eq } from 'drizzle-orm';
import { taxClasses } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';

export type TaxClassChoice = { code: string; name: string };

/** The classes a product may be in. */
export async function listTaxClasses(ctx: AnyCtx): Promise<TaxClassChoice[]> {
  allow(ctx, 'product.read');
  return read(ctx, (ctx) =>
    ctx.db
      .select({ code: taxClasses.code, name: taxClasses.name })
      .from(taxClasses)
      .where(eq(taxClasses.storeId, ctx.store.id))
      .orderBy(asc(taxClasses.code))
      .limit(200),
  );
}
