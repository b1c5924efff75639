import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { notFound } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { allowKind } from './allow-kind';
import { fileFormat } from './file-format';
import { type FilePreview, previewFile } from './preview-file';
import { ambiguousDays } from './receive-upload';
import { uploadPath } from './uploaded-file';

export const previewUploadInput = z.object({
  importId: idInput('imp'),
  /** What somebody knows better than the file tells. */
  given: fileFormat.omit({ container: true }).partial().default({}),
});
export type PreviewUploadInput = z.input<typeof previewUploadInput>;

/** The first rows of an uploaded file, read as it tells by itself or as somebody says. */
export async function previewUpload(ctx: AnyCtx, input: PreviewUploadInput): Promise<FilePreview> {
  allow(ctx, 'data.import');
  const { importId, given } = previewUploadInput.parse(input);
  const [found] = await read(ctx, (ctx) =>
    ctx.db
      .select({ kind: imports.kind, storedAs: imports.storedAs, format: imports.format })
      .from(imports)
      .where(and(eq(imports.storeId, ctx.store.id), eq(imports.id, importId))),
  );
  if (!found) throw notFound();
  allowKind(ctx, found.kind);
  return previewFile(uploadPath(found.storedAs), found.format, ambiguousDays(ctx), given);
}
