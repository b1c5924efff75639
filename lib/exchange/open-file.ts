import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { invalid } from '@/lib/core/errors';

const GZIP_MAGIC = [0x1f, 0x8b];
const CHUNK_BYTES = 256 * 1024;

/** The file's content, unpacked when it is gzipped (told by its first bytes, not by its name). */
export async function openFile(path: string): Promise<Readable> {
  const head = new Uint8Array(2);
  try {
    const file = await open(path);
    try {
      await file.read(head, 0, 2, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
  const packed = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (!GZIP_MAGIC.every((byte, i) => head[i] === byte)) return packed;
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  packed.on('error', (error) => unpacked.destroy(error));
  return packed.pipe(unpacked);
}

/** The system's word for what went wrong with a file, as an error that says it plainly. */
export function unreadable(error: unknown) {
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'ENOENT') return invalid('exchange.errors.noFile');
  if (code === 'Z_BUF_ERROR') return invalid('exchange.errors.truncated');
  if (code.startsWith('Z_')) return invalid('exchange.errors.brokenGzip');
  return invalid('exchange.errors.unreadable', { reason: code || String(error) });
}
