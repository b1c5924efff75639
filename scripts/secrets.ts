import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { errorCode } from './error-code';

/** The keys that are made once, kept in `.data/secrets`, and have to be backed up with the database. */
const MAKERS: Record<string, () => string> = {
  POSTGRES_PASSWORD: () => randomBytes(24).toString('hex'),
  AUTH_SECRET: () => randomBytes(32).toString('hex'),
  SEAL_KEYS: () => `1:${randomBytes(32).toString('base64')}`,
  BLIND_KEY: () => randomBytes(32).toString('hex'),
};

export const secretsFile = (dataDir: string) => path.join(dataDir, 'secrets');

export function readSecrets(dataDir: string): Record<string, string> {
  const file = secretsFile(dataDir);
  if (!fs.existsSync(file)) return {};
  const entries = Object.entries(parseEnv(fs.readFileSync(file, 'utf8')));
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

const HEADER = `# Made once by Waybill. Without these keys sealed names and addresses can not be read again:
# keep a copy with your backups, apart from the database.
`;

/** Makes the keys that are not given, once. Returns the names of those made now. */
export function makeSecrets(dataDir: string, given: Record<string, string | undefined>): string[] {
  const file = secretsFile(dataDir);
  if (fs.existsSync(file)) return [];
  const outside = Boolean(given.DATABASE_URL?.trim());
  const needed = Object.entries(MAKERS).filter(([name]) => !(outside && name === 'POSTGRES_PASSWORD'));
  const made = needed.filter(([name]) => !given[name]?.trim());
  if (made.length === 0) return [];
  if (fs.existsSync(path.join(dataDir, 'postgres')) || fs.existsSync(path.join(dataDir, 'location'))) {
    throw new Error(`${file} is gone but its database is there: bring the file back from a backup`);
  }
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, HEADER + made.map(([name, make]) => `${name}=${make()}\n`).join(''), {
    mode: 0o600,
  });
  try {
    fs.linkSync(half, file); // fails where another start was faster: its keys count
    return made.map(([name]) => name);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return [];
  } finally {
    fs.rmSync(half, { force: true });
  }
}
