import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
} from 'node:crypto';
import { env } from './env';
import { invariant } from './errors';

const IV = 12;
const TAG = 16;

type Keys = { current: number; byVersion: Map<number, KeyObject>; blind: KeyObject };
let cached: Keys | undefined;

/** SEAL_KEYS is `1:base64,2:base64`; the highest version seals, all open. */
function keys(): Keys {
  if (cached) return cached;
  const byVersion = new Map<number, KeyObject>();
  for (const part of env().SEAL_KEYS.split(',')) {
    const [version, base64] = part.split(':');
    const key = Buffer.from(base64 ?? '', 'base64');
    invariant(key.length === 32, 'a sealing key has 32 bytes');
    byVersion.set(Number(version), createSecretKey(key));
  }
  const blind = createSecretKey(env().BLIND_KEY, 'utf8');
  cached = { current: Math.max(...byVersion.keys()), byVersion, blind };
  return cached;
}

const nonces = Buffer.alloc(IV * 256);
let used = nonces.length;

/** Twelve random bytes, never used before; drawn many at a time. */
function newNonce(): Buffer {
  if (used === nonces.length) {
    randomFillSync(nonces);
    used = 0;
  }
  used += IV;
  return nonces.subarray(used - IV, used);
}

/** AES-256-GCM: one byte of key version, 12 of nonce, 16 of tag, then the text. */
export function seal(text: string): Buffer {
  const { current, byVersion } = keys();
  const key = byVersion.get(current);
  invariant(key, 'a current sealing key');
  const iv = newNonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.from([current]), iv, cipher.getAuthTag(), body]);
}

export function unseal(sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const key = keys().byVersion.get(bytes[0] ?? 0);
  invariant(key, `no sealing key of version ${bytes[0]}`);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV));
  decipher.setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG));
  return decipher.update(bytes.subarray(1 + IV + TAG), undefined, 'utf8') + decipher.final('utf8');
}

/** A keyed 64-bit fingerprint as signed int8 text: equal values are found, the value is not stored. */
export function blind(value: string): bigint {
  return createHmac('sha256', keys().blind).update(value).digest().readBigInt64BE(0);
}

/** A keyed 256-bit fingerprint, for unique keys (a staff member's e-mail). */
export function blindWide(value: string): Buffer {
  return createHmac('sha256', keys().blind).update(value).digest();
}
