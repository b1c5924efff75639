import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv as parseDotEnv } from 'node:util';
import { type Env, forgetEnv, parseEnv } from '@/lib/core/env';
import { makeSecrets, readSecrets } from './secrets';

export const ROOT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

export type Environment = { env: Env; dataDir: string; madeSecrets: string[] };

// What the process was given wins over `.env`, and that over `.data/secrets`.
function fillIn(values: Record<string, string | undefined>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!process.env[name]?.trim()) process.env[name] = value;
  }
}

/** Reads `.env` and the secrets into process.env (making the secrets if `make`), and checks every variable. */
export function loadEnvironment({ make }: { make: boolean }): Environment {
  const dotEnv = path.join(ROOT, '.env');
  if (fs.existsSync(dotEnv)) fillIn(parseDotEnv(fs.readFileSync(dotEnv, 'utf8')));
  const dataDir = path.resolve(ROOT, process.env.DATA_DIR?.trim() || '.data');
  const madeSecrets = make ? makeSecrets(dataDir, process.env) : [];
  fillIn(readSecrets(dataDir));
  process.env.DATA_DIR = dataDir;
  forgetEnv();
  return { env: parseEnv(process.env), dataDir, madeSecrets };
}
