import { createHash, randomBytes } from 'node:crypto';

const SHAPE = /^wb_([a-z0-9-]{1,80})_([0-9a-f]{48})$/;

/** A new secret (192 random bits, hex) and what is kept of it. */
export function newApiKey(slug: string): { text: string; hint: string; hash: Buffer } {
  const secret = randomBytes(24).toString('hex');
  return { text: `wb_${slug}_${secret}`, hint: secret.slice(0, 6), hash: hashOf(secret) };
}

/** `wb_<slug>_<secret>`: the slug says behind whose walls to look, the secret is compared as a hash only. */
export function parseApiKey(text: string): { slug: string; hash: Buffer } | null {
  const found = SHAPE.exec(text);
  return found?.[1] && found[2] ? { slug: found[1], hash: hashOf(found[2]) } : null;
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
