import { and, eq } from 'drizzle-orm';
import { importMappings } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { invalid } from '@/lib/core/errors';
import { BUILT_IN } from './built-in';
import { type SourceMapping, sourceMapping } from './source-mapping';

/** A mapping by its name: one the store saved, else one that comes with Waybill. */
export async function findMapping(ctx: AnyCtx, name: string): Promise<SourceMapping> {
  allow(ctx, 'data.import');
  return read(ctx, async (ctx) => {
    const [saved] = await ctx.db
      .select({ mapping: importMappings.mapping })
      .from(importMappings)
      .where(and(eq(importMappings.storeId, ctx.store.id), eq(importMappings.name, name)));
    if (saved) return sourceMapping.parse(saved.mapping);
    const builtIn = Object.hasOwn(BUILT_IN, name) ? BUILT_IN[name] : undefined;
    if (builtIn) return builtIn;
    const own = await ctx.db
      .select({ name: importMappings.name })
      .from(importMappings)
      .where(eq(importMappings.storeId, ctx.store.id));
    const known = [...own.map((row) => row.name), ...Object.keys(BUILT_IN)].join(', ');
    throw invalid('exchange.errors.source', { known });
  });
}
