import { Command } from 'commander';
import { loadEnvironment } from './environment';
import { makeReady, openDatabase } from './open-database';
import { say } from './say.mjs';
import { runCommand } from './with-database';

const command = new Command('npm run db:migrate --')
  .description('Brings the database up to this version: role, tables, queue, walls. A start does the same.')
  .action(async () => {
    const environment = loadEnvironment({ make: true });
    const database = await openDatabase(environment);
    try {
      const { migrated, walls } = await makeReady(database, environment);
      const changed =
        migrated + walls > 0 ? `${migrated} migrations, ${walls} walls and grants` : 'nothing to do';
      say(`tables are ready (${changed})`);
    } finally {
      await database.embedded?.stop();
    }
  });

await runCommand(async () => {
  await command.parseAsync();
});
