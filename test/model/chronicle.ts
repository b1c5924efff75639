import { type Ctx, read } from '@/lib/core/ctx';
import { idOf, uuidOf } from '@/lib/core/ids';
import type { OrderStatus } from '@/lib/orders/order-state';

type Standing = { id: string; version: number; status: OrderStatus };
/** What the store is at a moment: enough to see that nothing changed, and to say what should have been told. */
export type Page = { digest: string; lastSeq: number; orders: Map<string, Standing> };

const TABLES = [
  'orders', 'order_lines', 'order_allocations', 'order_charges', 'order_notes', 'order_search', 'shipments', 'shipment_lines',
  'payments', 'refunds', 'money_movements', 'stock_levels', 'stock_movements', 'backorders', 'events', 'event_personal', 'customers',
]; // biome-ignore format: a list
const DIGEST = `select ${TABLES.map(
  (table) =>
    `(select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${table} t where t.store_id = $1::uuid)`,
).join(
  " || ' ' || ",
)} as digest, (select coalesce(max(seq), 0) from events where store_id = $1::uuid) as last`;

export async function pageOf(ctx: Ctx): Promise<Page> {
  return read(ctx, async (ctx) => {
    const store = uuidOf(ctx.store.id);
    const [[row], rows] = await Promise.all([
      ctx.raw<{ digest: string; last: number }>(DIGEST, [store]),
      ctx.raw<Standing>('select id::text, version, status from orders where store_id = $1::uuid', [store]),
    ]);
    const orders = new Map(rows.map((order) => [idOf('ord', order.id) as string, order]));
    return { digest: row?.digest ?? '', lastSeq: Number(row?.last ?? 0), orders };
  });
}

/** An order's status and the one event that tells of reaching it. */
const TELLS: Partial<Record<OrderStatus, string>> = {
  delivered: 'order.delivered',
  completed: 'order.completed',
  canceled: 'order.canceled',
};

/** Every change is told: each changed order has an event, and each status reached has exactly its own. */
export async function untold(ctx: Ctx, before: Page, after: Page): Promise<string[]> {
  const told = await read(ctx, (ctx) =>
    ctx.raw<{ type: string; subject: string }>(
      'select type, subject from events where store_id = $1::uuid and seq > $2::bigint order by seq',
      [uuidOf(ctx.store.id), before.lastSeq],
    ),
  );
  const broken: string[] = [];
  for (const id of new Set([...before.orders.keys(), ...after.orders.keys()])) {
    const [was, is] = [before.orders.get(id), after.orders.get(id)];
    const mine = told.filter((event) => event.subject === id).map((event) => event.type);
    if (was?.version !== is?.version && mine.length === 0) broken.push(`${id} changed and nothing was told`);
    if (was?.version === is?.version && mine.some((type) => type !== 'order.noted'))
      broken.push(`${id} stands still, told ${mine}`);
    for (const [status, type] of Object.entries(TELLS)) {
      const reached = is?.status === status && was?.status !== status;
      const count = mine.filter((name) => name === type).length;
      if (count !== (reached ? 1 : 0))
        broken.push(`${id} ${was?.status} → ${is?.status}: ${type} told ${count} times`);
    }
    const confirmed = mine.filter((name) => name === 'order.confirmed').length;
    const unconfirmed = (status?: string) =>
      status === undefined || status === 'draft' || status === 'pending';
    const became =
      unconfirmed(was?.status) && is !== undefined && !unconfirmed(is.status) && is.status !== 'canceled';
    if (confirmed !== (became ? 1 : 0))
      broken.push(`${id} ${was?.status} → ${is?.status}: confirmed ${confirmed} times`);
  }
  return broken;
}
