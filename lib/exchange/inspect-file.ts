import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { invalid } from '@/lib/core/errors';
import { checkWorkbook } from './check-workbook';
import { encodingWatch } from './detect-encoding';
import type { Encoding } from './file-format';
import { openFile, packingOf, unreadable } from './open-file';

export type InspectedFile = {
  contentHash: string;
  /** Unpacked; of a workbook as it is stored. */
  bytes: number;
  container: 'text' | 'workbook';
  encoding: Encoding;
};

const ZIP_MAGIC = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const OLD_WORKBOOK_MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/**
 * Reads a file once from end to end, before any of it is kept: it unpacks whole and is text, or a sound workbook. Gives the
 * SHA-256 of its unpacked content, so that packed and plain are the same import.
 */
export async function inspectFile(path: string): Promise<InspectedFile> {
  try {
    return (await packingOf(path)) === 'zip' ? await inspectWorkbook(path) : await inspectText(path);
  } catch (error) {
    throw unreadable(error);
  }
}

async function inspectText(path: string): Promise<InspectedFile> {
  const hash = createHash('sha256');
  const watch = encodingWatch();
  let bytes = 0;
  const chunks: AsyncIterable<Buffer> = await openFile(path);
  for await (const chunk of chunks) {
    if (bytes === 0) refuseKnown(chunk);
    bytes += chunk.length;
    watch.see(chunk);
    hash.update(chunk);
  }
  if (bytes === 0) throw invalid('exchange.errors.empty');
  return { contentHash: hash.digest('hex'), bytes, container: 'text', encoding: watch.end() };
}

function refuseKnown(chunk: Buffer): void {
  if (chunk.subarray(0, 4).equals(ZIP_MAGIC)) throw invalid('exchange.errors.packedWorkbook');
  if (chunk.subarray(0, 4).equals(OLD_WORKBOOK_MAGIC)) throw invalid('exchange.errors.oldWorkbook');
}

async function inspectWorkbook(path: string): Promise<InspectedFile> {
  await checkWorkbook(path);
  const hash = createHash('sha256');
  let bytes = 0;
  const chunks: AsyncIterable<Buffer> = createReadStream(path);
  for await (const chunk of chunks) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { contentHash: hash.digest('hex'), bytes, container: 'workbook', encoding: 'utf-8' };
}
