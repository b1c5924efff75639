import { Command } from 'commander';
import { loadEnvironment } from './environment';
import { runningOwnerUrl } from './open-database';
import { runCommand } from './with-database';

const command = new Command('npm run db:url --')
  .description('Prints the owner’s connection address of the running database, for psql and other tools.')
  .action(() => {
    const url = runningOwnerUrl(loadEnvironment({ make: false }));
    if (!url) throw new Error('no database runs here: start one with npm start');
    process.stdout.write(`${url}\n`);
  });

await runCommand(async () => {
  await command.parseAsync();
});
