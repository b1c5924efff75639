/** TypeID 0.3: a UUID's 128 bits, two zero bits before them, as 26 letters of five bits each. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const PAIRS = Array.from({ length: 1024 }, (_, n) => `${ALPHABET.charAt(n >> 5)}${ALPHABET.charAt(n & 31)}`);
const HEX_2 = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, '0'));
const HEX_3 = Array.from({ length: 4096 }, (_, n) => n.toString(16).padStart(3, '0'));
const NONE = 255;
const VALUES = new Uint8Array(128).fill(NONE);
for (let n = 0; n < ALPHABET.length; n++) VALUES[ALPHABET.charCodeAt(n)] = n;

const SUFFIX_CHARS = 26;
const UUID_CHARS = 36;

/** The 26 letters of a UUID. */
export function suffixOf(uuid: string): string {
  if (uuid.length !== UUID_CHARS) throw new Error('not a uuid');
  const hex = uuid.slice(0, 8) + uuid.slice(9, 13) + uuid.slice(14, 18) + uuid.slice(19, 23) + uuid.slice(24);
  let suffix = PAIRS[Number.parseInt(hex.slice(0, 2), 16)] ?? '';
  for (let at = 2; at < 32; at += 5) {
    const bits = Number.parseInt(hex.slice(at, at + 5), 16);
    suffix += `${PAIRS[bits >> 10]}${PAIRS[bits & 1023]}`;
  }
  if (suffix.length !== SUFFIX_CHARS) throw new Error('not a uuid');
  return suffix;
}

/** The UUID that 26 letters stand for. */
export function uuidFrom(suffix: string): string {
  if (suffix.length !== SUFFIX_CHARS) throw new Error('not an id');
  const top = (valueAt(suffix, 0) << 5) | valueAt(suffix, 1);
  if (top > 255) throw new Error('not an id');
  let hex = HEX_2[top] ?? '';
  for (let at = 2; at < SUFFIX_CHARS; at += 4) {
    const bits =
      (valueAt(suffix, at) << 15) |
      (valueAt(suffix, at + 1) << 10) |
      (valueAt(suffix, at + 2) << 5) |
      valueAt(suffix, at + 3);
    hex += `${HEX_3[bits >> 8]}${HEX_2[bits & 255]}`;
  }
  return dashed(hex);
}

function valueAt(suffix: string, at: number): number {
  const value = VALUES[suffix.charCodeAt(at)] ?? NONE;
  if (value === NONE) throw new Error('not an id');
  return value;
}

const dashed = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;

const RANDOM_BYTES = 10;
const COUNTER_MAX = 0xfff;
const pool = new Uint8Array(RANDOM_BYTES * 256);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562): its moment in milliseconds, a 12-bit counter that begins at random in each, so that ids of
 * one process sort as they were made, and 62 random bits. Random bytes are drawn many at a
 * time, from what browsers and Node both have.
 */
export function newUuid(now = Date.now()): string {
  if (used === pool.length) {
    globalThis.crypto.getRandomValues(pool);
    used = 0;
  }
  const random = hexOf(pool.subarray(used + 2, used + RANDOM_BYTES));
  const ms = tick(now, ((pool[used] ?? 0) << 8) | (pool[used + 1] ?? 0));
  used += RANDOM_BYTES;
  const time = ms.toString(16).padStart(12, '0');
  const variant = (0b1000 | (Number.parseInt(random.charAt(0), 16) & 0b11)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${HEX_3[counter]}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX_2[byte];
  return hex;
}

/** Counts on within a millisecond (or while the clock stands behind), into the next one when it is full. */
function tick(now: number, random: number): number {
  if (now <= lastMs && counter < COUNTER_MAX) counter += 1;
  else {
    lastMs = Math.max(now, lastMs + 1);
    counter = random & (COUNTER_MAX >> 1);
  }
  return lastMs;
}
