import { prepareDatabase } from '@/db/prepare';
import { databaseUrls } from '@/db/urls';
import { forgetEnv } from '@/lib/core/env';
import { TEST_SECRETS } from '@/test/secrets';
import { startTemporaryCluster, type TemporaryCluster } from '@/test/temporary-cluster';

export type BenchDatabase = TemporaryCluster & { ownerUrl: string; appUrl: string };

/**
 * A Postgres of this run's own with the product's settings and full durability: a commit waits for the disk.
 * The environment of this process, and of what it starts, points to it.
 */
export async function startDurableDatabase(settings: Record<string, string> = {}): Promise<BenchDatabase> {
  const cluster = await startTemporaryCluster(settings);
  const urls = databaseUrls({ DATABASE_URL: cluster.url, AUTH_SECRET: TEST_SECRETS.AUTH_SECRET });
  Object.assign(process.env, TEST_SECRETS, {
    DATABASE_URL: urls.app,
    DATABASE_OWNER_URL: urls.owner,
    LOG_LEVEL: 'error',
    SEED_DEMO: 'off',
    TZ: 'UTC',
  });
  forgetEnv();
  try {
    await prepareDatabase(urls.owner, urls.appPassword);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return { ...cluster, ownerUrl: urls.owner, appUrl: urls.app };
}

/** Points this process to the same database at another port. */
export function pointToDatabase(url: string): void {
  process.env.DATABASE_URL = url;
  forgetEnv();
}
