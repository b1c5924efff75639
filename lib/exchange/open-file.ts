import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { env } from '@/lib/core/env';
import { DomainError, invalid } from '@/lib/core/errors';

const GZIP_MAGIC = [0x1f, 0x8b];
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
const CHUNK_BYTES = 256 * 1024;
const MB = 1024 ** 2;

const begins = (head: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => head[i] === byte);

export const maxStoredBytes = () => env().IMPORT_MAX_MB * MB;
export const maxUnpackedBytes = () => env().IMPORT_MAX_UNPACKED_MB * MB;

/** What a file is by its first bytes, never by its name; and that it is not larger than may be stored. */
export async function packingOf(path: string): Promise<'plain' | 'gzip' | 'zip'> {
  const head = new Uint8Array(4);
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > maxStoredBytes()) throw invalid('exchange.errors.tooLarge', { mb: env().IMPORT_MAX_MB });
      await file.read(head, 0, 4, 0);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(error);
  }
  if (begins(head, ZIP_MAGIC)) return 'zip';
  return begins(head, GZIP_MAGIC) ? 'gzip' : 'plain';
}

/** The file's content, unpacked when it is gzipped, and never more of it than the limit. */
export async function openFile(path: string): Promise<Readable> {
  const packing = await packingOf(path);
  const stored = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  if (packing !== 'gzip') return stored;
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  const counted = stopAt(maxUnpackedBytes());
  stored.on('error', (error) => unpacked.destroy(error));
  unpacked.on('error', (error) => counted.destroy(error));
  counted.on('close', () => {
    stored.destroy();
    unpacked.destroy();
  });
  stored.pipe(unpacked).pipe(counted);
  return counted;
}

/** A few kilobytes of gzip can unpack to anything. */
function stopAt(limit: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      if (bytes > limit) {
        done(invalid('exchange.errors.unpacksTooLarge', { mb: env().IMPORT_MAX_UNPACKED_MB }));
      } else done(null, chunk);
    },
  });
}

/** The system's word for what went wrong with a file, as an error that says it plainly. */
export function unreadable(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const code = String((error as { code?: unknown } | null)?.code ?? '');
  if (code === 'ENOENT') return invalid('exchange.errors.noFile');
  if (code === 'Z_BUF_ERROR') return invalid('exchange.errors.truncated');
  if (code.startsWith('Z_')) return invalid('exchange.errors.brokenGzip');
  return invalid('exchange.errors.unreadable', { reason: code || String(error) });
}
