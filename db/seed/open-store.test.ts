import { expect, test } from 'vitest';
import { listMembers } from '@/lib/access/list-members';
import { newId } from '@/lib/core/ids';
import { listWarehouses } from '@/lib/stock/list-warehouses';
import { getStoreBySlug } from '@/lib/stores/get-store-by-slug';
import { TEST_NOW } from '@/test/fresh-store';
import { type OpenStore, openStore } from './open-store';

const wanted = (slug: string, code = 'LEEDS'): OpenStore => ({
  store: {
    slug,
    name: 'North Star',
    currency: 'GBP',
    timeZone: 'Europe/London',
    locale: 'en',
    country: 'GB',
  },
  owner: { email: `${slug}@example.com`, name: 'Lena Moreau' },
  warehouse: { code, name: 'Leeds', country: 'GB' },
});
const at = { now: TEST_NOW, requestId: 'test' };
const free = () => `o-${newId('sto').slice(-12)}`;

test('opens with an owner and a warehouse', async () => {
  const slug = free();
  const { ctx, ownerId, warehouseId, initialPassword } = await openStore(wanted(slug), at);
  expect(await listMembers(ctx)).toMatchObject([{ userId: ownerId, role: 'owner', active: true }]);
  expect(await listWarehouses(ctx)).toMatchObject([{ warehouseId, code: 'LEEDS' }]);
  expect(initialPassword).toMatch(/^.{16}$/);
});

test('an owner known already keeps their password', async () => {
  const first = wanted(free());
  await openStore(first, at);
  const second = await openStore({ ...wanted(free()), owner: first.owner }, at);
  expect(second.initialPassword).toBeNull();
});

test('what can not be finished leaves no store', async () => {
  const slug = free();
  await expect(openStore(wanted(slug, 'no such code'), at)).rejects.toMatchObject({
    issues: [{ path: ['code'] }],
  });
  expect(await getStoreBySlug(slug)).toBeNull();
});
