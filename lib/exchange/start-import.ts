import { and, eq, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { actorRef } from '@/lib/core/actor';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { fileFormat } from './file-format';
import { type ImportRef, mapped, refColumns } from './import-ref';
import { sourceMapping } from './source-mapping';

const isZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** What an import's money and moments are read as. */
export const importTerms = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'exchange.errors.currency' }),
  timeZone: z.string().refine(isZone, { error: 'exchange.errors.zone' }),
});

/** What is known of a file before it is mapped. */
export const importedFileInput = z.object({
  fileName: z.string().trim().min(1).max(300),
  /** SHA-256 of the unpacked content, in hex. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(0),
  headers: z.array(z.string()).max(20_000),
});

export const startImportInput = importTerms.extend(importedFileInput.shape).extend({
  mapping: sourceMapping,
  format: fileFormat,
});
export type StartImportInput = z.input<typeof startImportInput>;

/** Begins the import of a file, or finds the one that was begun: the same content and source are the same import. */
export async function startImport(ctx: AnyCtx, input: StartImportInput): Promise<ImportRef> {
  allow(ctx, 'data.import');
  const given = startImportInput.parse(input);
  const { kind, source } = given.mapping;
  return transact(ctx, async (ctx) => {
    const id = newId('imp');
    const [made] = await ctx.db
      .insert(imports)
      .values({
        storeId: ctx.store.id,
        id,
        kind,
        source,
        ...given,
        status: 'staging',
        actor: actorRef(ctx.actor),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning(refColumns);
    if (made) {
      await record(ctx, 'import.started', id, { importId: id, source });
      return mapped(made);
    }
    const [known] = await ctx.db
      .select(refColumns)
      .from(imports)
      .where(
        and(
          eq(imports.storeId, ctx.store.id),
          eq(imports.source, source),
          eq(imports.contentHash, given.contentHash),
          notInArray(imports.status, ['uploaded', 'undone']),
        ),
      );
    if (!known) throw conflict('exchange.errors.otherRun');
    if (known.currency !== given.currency || known.timeZone !== given.timeZone) {
      throw conflict('exchange.errors.otherTerms', { currency: known.currency, zone: known.timeZone });
    }
    // Imports from before mappings were kept have none of their own: the same source is the same mapping.
    return mapped({ ...known, mapping: known.mapping ?? given.mapping });
  });
}
