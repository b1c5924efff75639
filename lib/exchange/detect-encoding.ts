import { isAscii } from 'node:buffer';
import { invalid } from '@/lib/core/errors';
import type { Encoding } from './file-format';

const UTF16_SHARE = 0.3;
const PAIRS_SHARE = 0.6;
const BOMS: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** UTF-16 is told by its mark, or by the zero bytes of its Latin half; everything else is decided over the whole file. */
function sixteenBits(head: Buffer): Encoding | null {
  for (const [encoding, bom] of BOMS) {
    if (bom.every((byte, i) => head[i] === byte)) return encoding === 'utf-8' ? null : encoding;
  }
  const half = Math.floor(Math.min(head.length, 4096) / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < half; i += 1) {
    if (head[2 * i] === 0) even += 1;
    if (head[2 * i + 1] === 0) odd += 1;
  }
  if (half > 0 && even === 0 && odd > half * UTF16_SHARE) return 'utf-16le';
  return half > 0 && odd === 0 && even > half * UTF16_SHARE ? 'utf-16be' : null;
}

// Tab, line feed, form feed and return are text, and so are the marks of old DOS and Mac files; the rest is no table.
const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 0x1a);

/**
 * Reads a file's bytes once from end to end and says what they are text in. Pure ASCII is UTF-8. Bytes that are no UTF-8 are
 * GB18030 when that explains all of them and they come in pairs, as Chinese does, and Windows-1252 otherwise.
 */
export function encodingWatch() {
  let wide: Encoding | null | undefined;
  let utf8: TextDecoder | null = new TextDecoder('utf-8', { fatal: true });
  let chinese: TextDecoder | null = new TextDecoder('gb18030', { fatal: true });
  let wideDecoder: TextDecoder | null = null;
  const pairs = { high: 0, paired: 0 };
  const still = (decoder: TextDecoder | null, chunk?: Buffer) => {
    try {
      decoder?.decode(chunk, { stream: chunk !== undefined });
      return decoder;
    } catch {
      return null;
    }
  };
  const seeWide = (encoding: Encoding, chunk?: Buffer) => {
    wideDecoder ??= new TextDecoder(encoding, { fatal: true });
    if (!still(wideDecoder, chunk)) throw invalid('exchange.errors.encoding');
  };
  return {
    see(chunk: Buffer): void {
      if (wide === undefined) wide = sixteenBits(chunk);
      if (wide !== null) {
        seeWide(wide, chunk);
        return;
      }
      for (let i = 0; i < chunk.length; i += 1) {
        if (isControl(chunk[i] ?? 0)) throw invalid('exchange.errors.binary');
      }
      utf8 = still(utf8, chunk);
      chinese = still(chinese, chunk);
      if (!isAscii(chunk)) countPairs(chunk, pairs);
    },
    end(): Encoding {
      if (wide) {
        seeWide(wide);
        return wide;
      }
      if (still(utf8)) return 'utf-8';
      return still(chinese) && pairs.paired > pairs.high * PAIRS_SHARE ? 'gb18030' : 'windows-1252';
    },
  };
}

function countPairs(chunk: Buffer, pairs: { high: number; paired: number }): void {
  for (let i = 0; i < chunk.length; i += 1) {
    const byte = chunk[i] ?? 0;
    if (byte < 0x80) continue;
    pairs.high += 1;
    if (byte >= 0xb0 && byte <= 0xf7 && (chunk[i + 1] ?? 0) >= 0xa1) {
      pairs.high += 1;
      pairs.paired += 2;
      i += 1;
    }
  }
}
