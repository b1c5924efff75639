import postgres from 'postgres';

/**
 * Gives back the jobs that a killed worker held: the queue itself waits four hours before it does. Only where no other
 * process uses the database, so that nobody is at work on them.
 */
export async function releaseJobs(ownerUrl: string): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    for (const table of ['_private_jobs', '_private_job_queues']) {
      await sql`update ${sql(`graphile_worker.${table}`)} set locked_at = null, locked_by = null
        where locked_at is not null`;
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}
