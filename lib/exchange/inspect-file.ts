import { createHash } from 'node:crypto';
import { DomainError, invalid } from '@/lib/core/errors';
import { openFile, unreadable } from './open-file';

export type InspectedFile = { contentHash: string; bytes: number };

/** Unpacked text may be this large; a few kilobytes of gzip can unpack to anything. */
const MAX_BYTES = 4 * 1024 ** 3;

/**
 * Reads a file once, before any of it is kept: unpacks whole, is text in UTF-8, is not empty.
 * Gives the SHA-256 of its unpacked content, so that packed and plain are the same import.
 */
export async function inspectFile(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    const chunks: AsyncIterable<Buffer> = await openFile(path);
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > MAX_BYTES) throw invalid('exchange.errors.tooLarge');
      if (chunk.includes(0)) throw invalid('exchange.errors.binary');
      decode(decoder, chunk);
      hash.update(chunk);
    }
    decode(decoder);
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable(error);
  }
  if (bytes === 0) throw invalid('exchange.errors.empty');
  return { contentHash: hash.digest('hex'), bytes };
}

function decode(decoder: TextDecoder, chunk?: Buffer): void {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw invalid('exchange.errors.encoding');
  }
}
