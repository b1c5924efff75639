import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { imports } from '@/db/schema/exchange';
import { allow } from '@/lib/access/allow';
import { actorRef } from '@/lib/core/actor';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { env } from '@/lib/core/env';
import { invalid } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { allowKind } from './allow-kind';
import { maxStoredBytes } from './open-file';
import { lookAtFile } from './preview-file';
import { IMPORT_KINDS } from './source-mapping';
import { dropUpload, placeForUpload, storedAs } from './uploaded-file';

export const receiveUploadInput = z.object({
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string().trim().min(1).max(300),
});
type Upload = z.input<typeof receiveUploadInput> & { body: ReadableStream<Uint8Array> };

/** Keeps a file that is being sent, looks whether it is a table at all, and gives it an import that waits for its mapping. */
export async function receiveUpload(ctx: AnyCtx, input: Upload): Promise<{ importId: Id<'imp'> }> {
  allow(ctx, 'data.import');
  const { kind, fileName } = receiveUploadInput.parse(input);
  allowKind(ctx, kind);
  const importId = newId('imp');
  const stored = storedAs(ctx.store.id, importId);
  try {
    const file = await placeForUpload(stored);
    const sent = Readable.from(chunksOf(input.body));
    await pipeline(sent, stopAt(maxStoredBytes()), createWriteStream(file, { mode: 0o600 }));
    const { format, headers, contentHash, bytes } = await lookAtFile(file, ambiguousDays(ctx));
    const about = { kind, fileName, format, headers, contentHash, bytes, storedAs: stored };
    await transact(ctx, (ctx) =>
      ctx.db.insert(imports).values({
        storeId: ctx.store.id,
        id: importId,
        ...about,
        source: '',
        currency: ctx.store.currency,
        timeZone: ctx.store.timeZone,
        status: 'uploaded',
        confirmed: false,
        actor: actorRef(ctx.actor),
        createdAt: ctx.now,
        updatedAt: ctx.now,
      }),
    );
    return { importId };
  } catch (error) {
    await dropUpload(stored);
    throw error;
  }
}

/** 1/2/10 alone says nothing: it is read as the store's neighbours write it, and may be changed. */
export const ambiguousDays = (ctx: AnyCtx): 'day-first' | 'month-first' =>
  ctx.store.currency === 'USD' ? 'month-first' : 'day-first';

function stopAt(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > limit) done(invalid('exchange.errors.tooLarge', { mb: env().IMPORT_MAX_MB }));
      else done(null, chunk);
    },
  });
}

async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {}); // whoever sends it may be gone already
  }
}
