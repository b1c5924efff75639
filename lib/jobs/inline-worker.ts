import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '@/lib/core/log';
import { type RunningWorker, startWorker } from './worker';

const AGAIN_AFTER_MS = 5_000;
const PATIENCE_MS = 10_000;

type Started = { worker: RunningWorker | undefined; ending: boolean };

/** Starts the worker inside the web process. Without a database it is tried again: the web must come up anyway. */
export function runInlineWorker(): void {
  const started: Started = { worker: undefined, ending: false };
  stopBeforeTheServer(started);
  keepTrying(started).catch((error: unknown) =>
    log().error({ err: error }, 'the worker could not be started'),
  );
}

async function keepTrying(started: Started): Promise<void> {
  while (!started.worker && !started.ending) {
    try {
      started.worker = await startWorker();
    } catch (error) {
      log().warn({ err: error }, 'the worker could not start, trying again');
      await sleep(AGAIN_AFTER_MS);
    }
  }
}

// Next ends the process as soon as its requests are answered: jobs at hand are finished first, then its turn comes.
function stopBeforeTheServer(started: Started): void {
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    const nexts = process.listeners(name);
    process.removeAllListeners(name);
    process.once(name, (signal) => {
      started.ending = true;
      Promise.race([started.worker?.stop(), sleep(PATIENCE_MS)])
        .catch((error: unknown) => log().warn({ err: error }, 'the worker did not stop cleanly'))
        .finally(() => {
          for (const next of nexts) next.call(process, signal);
        });
    });
  }
}
