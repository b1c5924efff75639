import { z } from 'zod';
import { apiKeys } from '@/db/schema/access';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { DomainError, invariant } from '@/lib/core/errors';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { allow, may } from './allow';
import { newApiKey } from './api-key-secret';
import { KEY_PERMISSIONS } from './permissions';

export const createApiKeyInput = z.object({
  name: z.string().trim().min(1).max(120),
  permissions: z
    .array(z.enum(KEY_PERMISSIONS))
    .min(1, { error: 'access.errors.keyWithoutPermission' })
    .transform((given) => [...new Set(given)]),
});
export type CreateApiKeyInput = z.input<typeof createApiKeyInput>;
/** `secret` is shown this once: only its hash is kept. */
export type CreatedApiKey = { keyId: Id<'key'>; secret: string; hint: string };

/** Makes a key for another program. It can be given no more than its maker may do. */
export async function createApiKey(ctx: AnyCtx, input: CreateApiKeyInput): Promise<CreatedApiKey> {
  allow(ctx, 'apikey.write');
  const { name, permissions } = createApiKeyInput.parse(input);
  const { actor } = ctx;
  invariant(actor.kind === 'staff', 'an API key is made by a person');
  const beyond = permissions.find((permission) => !may(ctx, permission));
  if (beyond) throw new DomainError('FORBIDDEN', 'ui.errors.forbidden', { params: { permission: beyond } });
  const { text, hint, hash } = newApiKey(ctx.store.slug);
  return transact(ctx, async (ctx) => {
    const keyId = newId('key');
    const row = { storeId: ctx.store.id, id: keyId, name, hint, permissions, secretHash: hash };
    await ctx.db.insert(apiKeys).values({ ...row, createdBy: actor.userId, createdAt: ctx.now });
    await record(ctx, 'apikey.created', keyId, { keyId });
    return { keyId, secret: text, hint };
  });
}
