import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { memberships } from '@/db/schema/access';
import { read } from '@/lib/core/ctx';
import { committedStore, race } from '@/test/committed-store';
import { changeMember } from './change-member';
import { listMembers } from './list-members';
import { removeMember } from './remove-member';

test('two owners who let each other go: one stays', async () => {
  const { ctx, people } = await committedStore();
  const members = await listMembers(ctx);
  const manager = members.find(({ userId }) => userId === people.manager);
  const owner = members.find(({ userId }) => userId === people.owner);
  if (!manager || !owner) throw new Error('no such members');
  const { membershipId, version } = manager;
  await changeMember(ctx, { membershipId, version, role: 'owner', limits: {}, active: true });

  const results = await race(2, (n) =>
    n === 0
      ? removeMember(ctx, { membershipId: owner.membershipId, version: owner.version })
      : removeMember(ctx, { membershipId, version: version + 1 }),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const left = await read(ctx, (ctx) =>
    ctx.db.select().from(memberships).where(eq(memberships.storeId, ctx.store.id)),
  );
  expect(left.filter(({ role, active }) => role === 'owner' && active)).toHaveLength(1);
});
