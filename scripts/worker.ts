import { Command } from 'commander';
import { say } from './say.mjs';
import { runCommand, withDatabase } from './with-database';

function untilSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => resolve(name));
  });
}

const command = new Command('npm run worker --')
  .description('Runs jobs in a process of their own; start as many as you like, and the web with WORKER=off.')
  .action(() =>
    withDatabase(
      async () => {
        const { startWorker } = await import('@/lib/jobs/worker');
        const worker = await startWorker();
        say('the worker runs');
        say(`received ${await untilSignal()}: finishing the jobs at hand`);
        await worker.stop();
        say('stopped');
      },
      { signals: false },
    ),
  );

await runCommand(async () => {
  await command.parseAsync();
});
