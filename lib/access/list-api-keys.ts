import { desc, eq } from 'drizzle-orm';
import { apiKeys, users } from '@/db/schema/access';
import { type AnyCtx, read } from '@/lib/core/ctx';
import type { Id } from '@/lib/core/ids';
import { allow } from './allow';
import type { Permission } from './permissions';

export type ApiKey = {
  keyId: Id<'key'>;
  name: string;
  /** The key as far as it may be shown: `wb_demo_3f9a1c…` */
  shown: string;
  permissions: Permission[];
  createdBy: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

const MOST = 200;

/** The store's keys, the newest first, revoked ones included. */
export async function listApiKeys(ctx: AnyCtx): Promise<ApiKey[]> {
  allow(ctx, 'apikey.write');
  return read(ctx, async (ctx) => {
    const rows = await ctx.db
      .select({
        keyId: apiKeys.id,
        name: apiKeys.name,
        hint: apiKeys.hint,
        permissions: apiKeys.permissions,
        createdBy: users.name,
        createdAt: apiKeys.createdAt,
        lastUsedAt: apiKeys.lastUsedAt,
        revokedAt: apiKeys.revokedAt,
      })
      .from(apiKeys)
      .innerJoin(users, eq(users.id, apiKeys.createdBy))
      .where(eq(apiKeys.storeId, ctx.store.id))
      .orderBy(desc(apiKeys.createdAt), desc(apiKeys.id))
      .limit(MOST);
    return rows.map(({ hint, ...row }) => ({
      ...row,
      shown: `wb_${ctx.store.slug}_${hint}…`,
    }));
  });
}
