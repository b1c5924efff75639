import { Command } from 'commander';
import { runCommand, withDatabase } from './with-database';

const command = new Command('npm run db:seed --')
  .description('Makes the demo store, unless it is there.')
  .action(() =>
    withDatabase(async () => {
      const { seedDemo } = await import('@/db/seed/demo');
      const made = await seedDemo();
      process.stdout.write(
        made === 'made' ? 'the demo store is there\n' : 'the demo store was there already\n',
      );
    }),
  );

await runCommand(async () => {
  await command.parseAsync();
});
