import { Command } from 'commander';
import { countryOfZone } from './country-of-zone';
import { runCommand, withDatabase } from './with-database';

type Options = {
  name: string;
  slug: string;
  currency: string;
  zone: string;
  language: string;
  country?: string;
  ownerEmail: string;
  ownerName?: string;
  password?: string;
};

const say = (line: string) => process.stdout.write(`${line}\n`);

async function create(options: Options): Promise<void> {
  const country = options.country ?? countryOfZone(options.zone);
  const { ownerEmail: email, ownerName, password } = options;
  const [{ openStore }, { env }, { createStoreInput }, { timeZoneInput }, { createUserInput }] =
    await Promise.all([
      import('@/db/seed/open-store'),
      import('@/lib/core/env'),
      import('@/lib/stores/create-store'),
      import('@/lib/stores/store-facts'),
      import('@/lib/access/create-user'),
    ]);
  if (!country && timeZoneInput.safeParse(options.zone).success)
    throw new Error(`say the store's country too: --country, since ${options.zone} names none`);
  const store = createStoreInput.parse({
    ...options,
    timeZone: options.zone,
    locale: options.language,
    country,
  });
  const name = ownerName ?? email.split('@')[0] ?? email;
  const owner = { email: createUserInput.shape.email.parse(email), name, ...(password && { password }) };
  const opened = await openStore(
    { store, owner, warehouse: { code: 'MAIN', name: options.name, country: store.country } },
    { now: new Date(), requestId: `create-store-${process.pid}` },
  );
  say(`store: ${env().PUBLIC_URL}/${store.slug}`);
  say(`owner: ${email}`);
  if (opened.initialPassword) say(`password: ${opened.initialPassword}`);
  else
    say(
      password
        ? 'password: as given (or their own, if they had an account)'
        : 'password: they keep their own',
    );
}

const command = new Command('npm run create-store --')
  .description('Opens a store, with its first owner and its first warehouse.')
  .requiredOption('--name <name>', 'what customers call it')
  .requiredOption('--slug <slug>', 'its part of addresses: lower case letters, digits and hyphens')
  .requiredOption('--currency <code>', 'such as EUR')
  .requiredOption('--zone <zone>', 'its time zone, such as Europe/Berlin')
  .requiredOption('--language <language>', 'en or zh-CN')
  .option('--country <code>', 'such as DE (default: the country of the time zone)')
  .requiredOption('--owner-email <address>', 'who owns it; an account is made if there is none')
  .option('--owner-name <name>', 'the owner’s name (default: the first part of the address)')
  .option('--password <password>', 'the owner’s password (default: one is made and printed)')
  .action((options: Options) => withDatabase(() => create(options)));

await runCommand(async () => {
  await command.parseAsync();
});
