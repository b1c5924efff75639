import * as fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { restoreDatabase } from './restore-database';
import { say } from './say.mjs';
import { runCommand, withDatabase } from './with-database';

const command = new Command('npm run db:restore --')
  .description('Fills an empty database from a file of db:dump, all or nothing, and checks the counts.')
  .argument('<file>', 'a file written by db:dump')
  .option('--other-keys', 'restore although the personal data was sealed with keys that are not here')
  .action(async (given: string, options: { otherKeys?: boolean }) => {
    const file = path.resolve(given);
    if (!fs.existsSync(file)) throw new Error(`there is no file ${file}`);
    const rows = await withDatabase(({ owner }) => restoreDatabase(owner, file, options));
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    say(`restored ${total} rows of ${Object.keys(rows).length} tables; the counts agree`);
  });

await runCommand(async () => {
  await command.parseAsync();
});
