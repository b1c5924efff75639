import path from 'node:path';
import postgres from 'postgres';
import { checkAppAddress } from '@/db/app-role';
import { checkKeys } from '@/db/facts';
import { type Prepared, prepareDatabase } from '@/db/prepare';
import { type DatabaseUrls, databaseUrls } from '@/db/urls';
import { forgetEnv } from '@/lib/core/env';
import { type Embedded, runningEmbedded, startEmbedded } from './embedded-postgres';
import type { Environment } from './environment';
import { errorCode } from './error-code';

export type OpenDatabase = { urls: DatabaseUrls; embedded: Embedded | undefined };

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'CONNECT_TIMEOUT',
]);
const hostOf = (url: string) => `the database at ${new URL(url).host}`;

export const clusterDir = (dataDir: string) => path.join(dataDir, 'postgres');

/** Reaches the database: the outside one of DATABASE_URL, or the embedded one, started or joined. */
export async function openDatabase({ env, dataDir }: Environment, port?: number): Promise<OpenDatabase> {
  if (env.DATABASE_URL) return { urls: databaseUrls(env), embedded: undefined };
  const password = process.env.POSTGRES_PASSWORD;
  const embedded = await startEmbedded({
    dir: clusterDir(dataDir),
    ...(password && { password }),
    ...(port && { port }),
  });
  const urls = databaseUrls({ DATABASE_URL: embedded.url, AUTH_SECRET: env.AUTH_SECRET });
  // The app's code and child processes find both addresses where they would be for an outside server.
  process.env.DATABASE_URL = urls.app;
  process.env.DATABASE_OWNER_URL = urls.owner;
  forgetEnv();
  return { urls, embedded };
}

/** Brings the opened database up to this version, and makes sure that the app's role and the keys fit it. */
export async function makeReady({ urls }: OpenDatabase, { env }: Environment): Promise<Prepared> {
  const prepared = await prepareDatabase(urls.owner, urls.appPassword).catch((error: unknown) => {
    throw UNREACHABLE.has(errorCode(error))
      ? new Error(`${hostOf(urls.owner)} does not answer (${errorCode(error)})`)
      : error;
  });
  await checkAppAddress(urls.app);
  const sql = postgres(urls.owner, { max: 1, onnotice: () => {} });
  try {
    await checkKeys(sql, env);
  } finally {
    await sql.end({ timeout: 1 });
  }
  return prepared;
}

/** The owner's address of the database that runs now; undefined when the embedded one does not run. */
export function runningOwnerUrl({ env, dataDir }: Environment): string | undefined {
  if (env.DATABASE_URL) return databaseUrls(env).owner;
  return runningEmbedded(clusterDir(dataDir), process.env.POSTGRES_PASSWORD)?.url;
}
