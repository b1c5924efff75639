import type { TestProject } from 'vitest/node';
import { prepareDatabase } from '@/db/prepare';
import { TEST_APP_PASSWORD } from './secrets';
import { inDatabase, runOnce } from './sql-once';
import { startTemporaryCluster } from './temporary-cluster';

declare module 'vitest' {
  interface ProvidedContext {
    /** The owner's address of the prepared template database that every worker copies. */
    templateUrl: string;
  }
}

export const TEMPLATE = 'waybill_template';

/** One cluster per run, with one migrated and walled template; stopped when the run ends, or is interrupted. */
export default async function startDatabase(project: TestProject) {
  const cluster = await startTemporaryCluster();
  try {
    await runOnce(cluster.url, `create database ${TEMPLATE}`);
    const templateUrl = inDatabase(cluster.url, TEMPLATE);
    await prepareDatabase(templateUrl, TEST_APP_PASSWORD);
    project.provide('templateUrl', templateUrl);
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster.stop;
}
