import { Command } from 'commander';
import { say } from './say.mjs';
import { runCommand, withDatabase } from './with-database';

type Options = { name: string; store: string; role: string; password?: string };

const command = new Command('npm run create-user --')
  .description('Gives a person a role in a store; somebody new gets an account.')
  .argument('<email>')
  .requiredOption('--name <name>', 'used when the person is new here')
  .requiredOption('--store <slug>', 'the store they work for')
  .option('--role <role>', 'owner, manager, fulfilment, stock, support, finance or analyst', 'analyst')
  .option('--password <password>', 'without it one is made and printed once')
  .action(add);

async function add(email: string, { name, store: slug, role, password }: Options): Promise<void> {
  await withDatabase(async () => {
    const { addMember } = await import('@/lib/access/add-member');
    const { roleInput } = await import('@/lib/access/member-input');
    const { systemCtx } = await import('@/lib/access/system');
    const { getStoreBySlug } = await import('@/lib/stores/get-store-by-slug');
    const { refusalText } = await import('./refusal-text');
    const store = await getStoreBySlug(slug);
    if (!store) throw new Error(`there is no store ${slug}`);
    const ctx = systemCtx(store, 'create-user', new Date(), 'create-user');
    try {
      const person = { email, name, role: roleInput.parse(role), ...(password ? { password } : {}) };
      const { initialPassword } = await addMember(ctx, person);
      say(`${email} works for ${store.name} as ${role}`);
      if (initialPassword) say(`${email} signs in with ${initialPassword}`);
    } catch (error) {
      throw new Error(refusalText(error));
    }
  });
}

await runCommand(async () => {
  await command.parseAsync();
});
