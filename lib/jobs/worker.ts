import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { ownerUrl } from '@/db/urls';
import { newId, uuidOf } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { onNewEvents } from '@/lib/web/wake-relay';
import { completeOrders } from './complete-orders';
import { fillBackordersJob } from './fill-backorders';
import { forgetOldJob } from './forget-old';
import { type Job, jobCtx } from './job';
import { startRelay } from './relay';
import { resumeBulkJob, runBulkJob } from './run-bulk';
import { resumeImportsJob, runImportJob } from './run-import';
import { sweepMoneyJob } from './sweep-money';

export const JOBS: readonly Job[] = [
  completeOrders,
  fillBackordersJob,
  sweepMoneyJob,
  forgetOldJob,
  runImportJob,
  resumeImportsJob,
  runBulkJob,
  resumeBulkJob,
];

const SWEEP = 'sweep';
const SWEPT_EVERY: Record<string, string> = {
  [completeOrders.name]: '*/10 * * * *',
  [sweepMoneyJob.name]: '* * * * *',
  [forgetOldJob.name]: '17 3 * * *',
  [resumeImportsJob.name]: '* * * * *',
  [resumeBulkJob.name]: '* * * * *',
};
const MAX_ATTEMPTS = 12;
const CONCURRENCY = 2;

/** The queue tells of every job it does: that is for who looks for something. */
const LEVELS = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const;

export type RunningWorker = { stop: () => Promise<void> };

/** Runs the relay and the queue in this process: inside the web process by default, or as `npm run worker`. */
export async function startWorker(): Promise<RunningWorker> {
  const pool = new pg.Pool({
    connectionString: ownerUrl(),
    max: CONCURRENCY + 3,
    application_name: 'waybill-worker',
  });
  // Also on connections in use: an error nobody listens to would end the whole process.
  const lost = (error: Error) => log().warn({ err: error }, 'worker lost a database connection');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const runner = await run({
    pgPool: pool,
    concurrency: CONCURRENCY,
    noHandleSignals: true,
    pollInterval: 2000,
    taskList: tasks(pool),
    parsedCronItems: parseCronItems(
      Object.entries(SWEPT_EVERY).map(([task, match]) => ({
        task: SWEEP,
        match,
        identifier: `${SWEEP}_${task}`,
        payload: { task },
        options: { backfillPeriod: 0, maxAttempts: 1 },
      })),
    ),
    logger: new Logger(() => (level, message) => log()[LEVELS[level]]({}, message)),
  });
  parkFailures(runner, pool);
  const relay = startRelay(pool);
  onNewEvents(relay.wake);
  return {
    stop: async () => {
      onNewEvents(undefined);
      await relay.stop();
      await runner.stop();
      await pool.end();
    },
  };
}

const sweepPayload = z.object({ task: z.string() });
const failedPayload = z.looseObject({ storeId: z.uuid() });

function tasks(pool: pg.Pool): TaskList {
  const list: TaskList = {
    [SWEEP]: async (payload, helpers) => {
      const { task } = sweepPayload.parse(payload);
      const { rows } = await pool.query<{ id: string }>('select id from stores');
      for (const { id } of rows) {
        await helpers.addJob(task, { storeId: id }, { jobKey: `${task}/${id}`, maxAttempts: MAX_ATTEMPTS });
      }
    },
  };
  for (const job of JOBS) {
    list[job.name] = async (payload) => {
      const ctx = await jobCtx(job.name, payload);
      if (ctx) await job.run(ctx, payload);
    };
  }
  return list;
}

/** What failed for the last time is kept where staff see it and may retry. */
function parkFailures(runner: Runner, pool: pg.Pool): void {
  runner.events.on('job:failed', ({ job, error }) => {
    const payload = failedPayload.safeParse(job.payload);
    const text = error instanceof Error ? error.message : String(error);
    log().error({ task: job.task_identifier, jobId: job.id, err: error }, 'job failed for good');
    if (!payload.success) return;
    pool
      .query(
        `insert into job_failures (store_id, id, task, payload, attempts, error, failed_at)
         values ($1, $2, $3, $4, $5, $6, now())`,
        [payload.data.storeId, uuidOf(newId('job')), job.task_identifier, payload.data, job.attempts, text],
      )
      .catch((failure: unknown) => log().error({ err: failure }, 'could not park a failed job'));
  });
}
