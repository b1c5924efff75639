import { Command } from 'commander';
import { say } from './say.mjs';
import { runCommand, withDatabase } from './with-database';

type Options = {
  name: string;
  currency: string;
  timeZone: string;
  country: string;
  language: string;
  ownerEmail: string;
  ownerName: string;
  password?: string;
  warehouse: string;
};

const command = new Command('npm run create-store --')
  .description('Opens a store with its first owner, its first warehouse and the tax rates of its country.')
  .argument('<slug>', 'its short name in addresses, such as heath-harbour')
  .requiredOption('--name <name>', 'what people call it')
  .requiredOption('--currency <code>', 'ISO 4217, such as GBP')
  .requiredOption('--time-zone <zone>', 'such as Europe/London')
  .requiredOption('--country <code>', 'where it is, ISO 3166, such as GB')
  .option('--language <code>', 'en or zh-CN', 'en')
  .requiredOption('--owner-email <email>', 'who signs in first; somebody known keeps their password')
  .requiredOption('--owner-name <name>', 'their name')
  .option('--password <password>', 'their password; without it one is made and printed once')
  .option('--warehouse <name>', 'the first warehouse', 'Main warehouse')
  .action(open);

async function open(slug: string, options: Options): Promise<void> {
  await withDatabase(async () => {
    const { openStore } = await import('@/db/seed/open-store');
    const { localeInput } = await import('@/lib/stores/store-facts');
    const { refusalText } = await import('./refusal-text');
    const { name, currency, timeZone, ownerEmail, ownerName, password } = options;
    const country = options.country.toUpperCase();
    try {
      const opened = await openStore(
        {
          store: { slug, name, currency, timeZone, country, locale: localeInput.parse(options.language) },
          owner: { email: ownerEmail, name: ownerName, ...(password ? { password } : {}) },
          warehouse: { code: 'MAIN', name: options.warehouse, country },
        },
        { now: new Date(), requestId: 'create-store' },
      );
      say(`${name} is open at /${slug}`);
      if (opened.initialPassword) say(`${ownerEmail} signs in with ${opened.initialPassword}`);
    } catch (error) {
      throw new Error(refusalText(error));
    }
  });
}

await runCommand(async () => {
  await command.parseAsync();
});
