import type { Ctx } from '@/lib/core/ctx';
import { invariant } from '@/lib/core/errors';
import { type ImportedFile, type ImportFileInput, importFile } from '@/lib/exchange/import-file';
import type { ImportReport } from '@/lib/exchange/import-report';

export type ImportedOrders = Omit<ImportedFile, 'report' | 'counts'> & { report: ImportReport };

/** Brings a file of orders in, which always ends with a report. */
export async function importOrdersFile(ctx: Ctx, input: ImportFileInput): Promise<ImportedOrders> {
  const { importId, report, repeated } = await importFile(ctx, input);
  invariant(report !== null, 'an import of orders has a report');
  return { importId, report, repeated };
}
