import { addMember } from '@/lib/access/add-member';
import { createApiKey } from '@/lib/access/create-api-key';
import type { RoleName } from '@/lib/access/permissions';
import { staffActor } from '@/lib/access/staff-actor';
import type { Actor } from '@/lib/core/actor';
import type { Ctx } from '@/lib/core/ctx';
import type { UserId } from '@/lib/core/ids';

export const DEMO_PASSWORD = 'waybill-demo';
export const DEMO_OWNER = { email: 'demo@waybill.example', name: 'Lena Moreau', password: DEMO_PASSWORD };

/** One person a role. Their role's own limits hold. */
const COLLEAGUES = [
  { role: 'manager', name: 'Samuel Price' },
  { role: 'fulfilment', name: 'Sam Adeyemi' },
  { role: 'stock', name: 'Ewa Nowak' },
  { role: 'support', name: 'Jin Zhao' },
  { role: 'finance', name: 'Moira Campbell' },
  { role: 'analyst', name: 'Theo Lang' },
] as const satisfies readonly { role: RoleName; name: string }[];

/** Who does things in the stories: staff by role, and the web shop's key. */
export type DemoActors = Record<RoleName | 'shop', Actor>;

/** Brings the demo's colleagues in, one a role, and gives the web shop its key. */
export async function hireColleagues(ctx: Ctx, ownerId: UserId): Promise<DemoActors> {
  const owner = staffActor({ userId: ownerId, name: DEMO_OWNER.name, role: 'owner', limits: {} });
  const byOwner = { ...ctx, actor: owner };
  const hired = await Promise.all(
    COLLEAGUES.map(async ({ role, name }) => {
      const email = `${role}@waybill.example`;
      const { userId } = await addMember(byOwner, { email, name, role, password: DEMO_PASSWORD });
      return [role, staffActor({ userId, name, role, limits: {} })] as const;
    }),
  );
  const find = (role: RoleName) => hired.find(([name]) => name === role)?.[1] ?? owner;
  return {
    owner,
    manager: find('manager'),
    fulfilment: find('fulfilment'),
    stock: find('stock'),
    support: find('support'),
    finance: find('finance'),
    analyst: find('analyst'),
    shop: await shopKey(byOwner),
  };
}

async function shopKey(ctx: Ctx): Promise<Actor> {
  const permissions = ['order.place', 'order.read', 'product.read', 'stock.read'] as const;
  const { keyId } = await createApiKey(ctx, { name: 'Web shop', permissions: [...permissions] });
  return { kind: 'key', keyId, name: 'Web shop', permissions: new Set<string>(permissions), limits: {} };
}
