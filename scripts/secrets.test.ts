import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseEnv } from '@/lib/core/env';
import { makeSecrets, readSecrets, secretsFile } from './secrets';

const folders: string[] = [];
function folder(): string {
  folders.push(fs.mkdtempSync(path.join(tmpdir(), 'waybill-secrets-')));
  return folders.at(-1) ?? '';
}
afterEach(() => {
  for (const dir of folders.splice(0)) fs.rmSync(dir, { recursive: true, force: true });
});

describe('makeSecrets', () => {
  it('makes keys that fit, once, for the owner’s eyes', () => {
    const dir = folder();
    expect(makeSecrets(dir, {})).toEqual(['POSTGRES_PASSWORD', 'AUTH_SECRET', 'SEAL_KEYS', 'BLIND_KEY']);
    const made = readSecrets(dir);
    expect(() => parseEnv(made)).not.toThrow();
    expect(fs.statSync(secretsFile(dir)).mode & 0o777).toBe(0o600);
    expect(makeSecrets(dir, {})).toEqual([]);
    expect(readSecrets(dir)).toEqual(made);
    expect(fs.readdirSync(dir)).toEqual(['secrets']);
  });

  it('makes only what is not given, and no database password for a database outside', () => {
    const dir = folder();
    const given = { AUTH_SECRET: 'a'.repeat(32), DATABASE_URL: 'postgres://u@h/d' };
    expect(makeSecrets(dir, given)).toEqual(['SEAL_KEYS', 'BLIND_KEY']);
    expect(readSecrets(dir)).not.toHaveProperty('AUTH_SECRET');
  });

  it('makes no new keys for an old database', () => {
    const dir = folder();
    fs.mkdirSync(path.join(dir, 'postgres'));
    expect(() => makeSecrets(dir, {})).toThrow('bring the file back from a backup');
  });
});
