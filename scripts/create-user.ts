import { randomBytes } from 'node:crypto';
import { Command } from 'commander';
import { runCommand, withDatabase } from './with-database';

type Options = { email: string; name: string; password?: string; store?: string; role?: string };

const say = (line: string) => process.stdout.write(`${line}\n`);

async function createAlone({ email, name, password }: Options): Promise<void> {
  const { createUser } = await import('@/lib/access/create-user');
  const chosen = password ?? randomBytes(12).toString('base64url');
  await createUser(new Date(), { email, name, password: chosen });
  say(`user: ${email}`);
  if (!password) say(`password: ${chosen}`);
}

async function createMember({ email, name, password, store: slug, role }: Options): Promise<void> {
  const [{ addMember, addMemberInput }, { systemCtx }, { getStoreBySlug }] = await Promise.all([
    import('@/lib/access/add-member'),
    import('@/lib/access/system'),
    import('@/lib/stores/get-store-by-slug'),
  ]);
  const store = await getStoreBySlug(slug ?? '');
  if (!store) throw new Error(`there is no store ${slug}`);
  const input = addMemberInput.parse({ email, name, role, ...(password && { password }) });
  const ctx = systemCtx(store, 'create-user', new Date(), `create-user-${process.pid}`);
  const { initialPassword } = await addMember(ctx, input);
  say(`user: ${email}, ${role} of ${store.name}`);
  if (initialPassword) say(`password: ${initialPassword}`);
}

const command = new Command('npm run create-user --')
  .description('Makes a person who can sign in; with --store and --role, also a member of that store.')
  .requiredOption('--email <address>', 'how they sign in')
  .requiredOption('--name <name>', 'their name')
  .option('--password <password>', 'their password (default: one is made and printed)')
  .option('--store <slug>', 'the store they work for')
  .option('--role <role>', 'owner, manager, fulfilment, stock, support, finance or analyst')
  .action((options: Options) => {
    if (Boolean(options.store) !== Boolean(options.role)) throw new Error('--store and --role go together');
    return withDatabase(() => (options.store ? createMember(options) : createAlone(options)));
  });

await runCommand(async () => {
  await command.parseAsync();
});
