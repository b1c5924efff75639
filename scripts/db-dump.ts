import * as fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { dumpDatabase } from './dump-database';
import { loadEnvironment } from './environment';
import { say } from './say.mjs';
import { runCommand, withDatabase } from './with-database';

function defaultFile(): string {
  const folder = path.join(loadEnvironment({ make: false }).dataDir, 'dumps');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `waybill-${new Date().toISOString().slice(0, 19).replace(/[:T]/g, '-')}.dump.gz`);
}

const command = new Command('npm run db:dump --')
  .description('Writes all data, as of one moment, into one file. Keep .data/secrets with it, but apart.')
  .argument('[file]', 'where to (default: a new file in .data/dumps)')
  .action(async (given?: string) => {
    const file = path.resolve(given ?? defaultFile());
    if (fs.existsSync(file)) throw new Error(`${file} is there already`);
    const rows = await withDatabase(({ owner }) => dumpDatabase(owner, file), { prepare: false });
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    say(`${total} rows of ${Object.keys(rows).length} tables in ${file} (${fs.statSync(file).size} bytes)`);
  });

await runCommand(async () => {
  await command.parseAsync();
});
