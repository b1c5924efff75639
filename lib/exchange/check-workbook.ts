import { type FileHandle, open } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { env } from '@/lib/core/env';
import { DomainError, invalid } from '@/lib/core/errors';
import { maxUnpackedBytes } from './open-file';

type Entry = { name: string; method: number; crc: number; packed: number; offset: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const TAIL_BYTES = END_BYTES + 0xffff;
const MAX_ENTRIES = 10_000;
const MAX_DIRECTORY_BYTES = 4 * 1024 ** 2;
/** Shared texts are kept in memory while a workbook is read. */
const MAX_SHARED_TEXT_BYTES = 128 * 1024 ** 2;
const SHARED_TEXTS = 'xl/sharedStrings.xml';

const broken = () => invalid('exchange.errors.brokenWorkbook');

/**
 * Proves that a workbook can be read before a library is let near it: its directory is whole, every part unpacks to its
 * end, and all of them together to no more than the limit, whatever the directory claims.
 */
export async function checkWorkbook(path: string): Promise<void> {
  const file = await open(path);
  try {
    const entries = await directory(file);
    if (!entries.some(({ name }) => name === 'xl/workbook.xml')) throw invalid('exchange.errors.notWorkbook');
    let left = maxUnpackedBytes();
    for (const entry of entries) {
      const bytes = await unpackedBytes(file, entry, left);
      if (entry.name === SHARED_TEXTS && bytes > MAX_SHARED_TEXT_BYTES)
        throw invalid('exchange.errors.tooManyTexts');
      left -= bytes;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : broken();
  } finally {
    await file.close();
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead !== length) throw broken();
  return bytes;
}

/** The entries as the directory at the file's end lists them. Parts beyond 4 GB are more than any limit here. */
async function directory(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const length = Math.min(size, TAIL_BYTES);
  const tail = await readAt(file, size - length, length);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + END_BYTES > tail.length || tail.readUInt32LE(at) !== END) {
    throw invalid('exchange.errors.truncatedWorkbook');
  }
  const [count, bytes, offset] = [
    tail.readUInt16LE(at + 10),
    tail.readUInt32LE(at + 12),
    tail.readUInt32LE(at + 16),
  ];
  if (count > MAX_ENTRIES || bytes > MAX_DIRECTORY_BYTES || offset + bytes > size) throw broken();
  const list = await readAt(file, offset, bytes);
  const entries: Entry[] = [];
  for (let i = 0, p = 0; i < count; i += 1) {
    if (list.readUInt32LE(p) !== CENTRAL) throw broken();
    if (list.readUInt16LE(p + 8) % 2 === 1) throw invalid('exchange.errors.lockedWorkbook');
    const nameBytes = list.readUInt16LE(p + 28);
    entries.push({
      name: list.toString('utf8', p + 46, p + 46 + nameBytes),
      method: list.readUInt16LE(p + 10),
      crc: list.readUInt32LE(p + 16),
      packed: list.readUInt32LE(p + 20),
      offset: list.readUInt32LE(p + 42),
    });
    p += 46 + nameBytes + list.readUInt16LE(p + 30) + list.readUInt16LE(p + 32);
  }
  return entries;
}

async function unpackedBytes(file: FileHandle, entry: Entry, left: number): Promise<number> {
  const head = await readAt(file, entry.offset, 30);
  if (head.readUInt32LE(0) !== LOCAL) throw broken();
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (entry.method !== 8 && entry.method !== 0) throw broken();
  if (entry.packed === 0) return 0;
  let bytes = 0;
  let crc = 0;
  const count = new Writable({
    write(chunk: Buffer, _, done) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      done(bytes > left ? tooLarge() : null);
    },
  });
  const packed = file.createReadStream({ start, end: start + entry.packed - 1, autoClose: false });
  await (entry.method === 8 ? pipeline(packed, createInflateRaw(), count) : pipeline(packed, count));
  if (crc !== entry.crc) throw broken();
  return bytes;
}

const tooLarge = () => invalid('exchange.errors.unpacksTooLarge', { mb: env().IMPORT_MAX_UNPACKED_MB });
