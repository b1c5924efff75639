import { and, desc, eq, gt, inArray, lt } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys, users } from '@/db/schema/access';
import { orders } from '@/db/schema/orders';
import { shipments } from '@/db/schema/shipping';
import { type Bucket, type MovementCode, stockMovements, warehouses } from '@/db/schema/stock';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import type { ActorRef } from '@/lib/core/actor';
import { type AnyCtx, read, type TxCtx } from '@/lib/core/ctx';
import { CURSOR_UUID, type Cursor, pageOf, parseCursor } from '@/lib/core/cursor';
import { idInput } from '@/lib/core/id-input';
import { type Id, idOf, isId, type OrderId, uuidOf } from '@/lib/core/ids';

export const listMovementsInput = z.object({
  variantId: idInput('var'),
  warehouseId: idInput('whs').nullish(),
  cursor: z.string().max(400).nullish(),
  size: z.int().min(1).max(100).default(20),
});
export type ListMovementsInput = z.input<typeof listMovementsInput>;

export type ListedMovement = {
  movementId: Id<'mov'>;
  at: Date;
  warehouse: string;
  code: MovementCode;
  from: Bucket;
  to: Bucket;
  quantity: number;
  /** What it did to the free units: 0 when it passed them by. */
  change: number;
  balanceAfter: number;
  reason: string;
  /** The order it was made for, where one was. */
  order: { orderId: OrderId; number: number | null } | null;
  /** Who made it, by name; null for the system. */
  actor: string | null;
};

export type MovementList = {
  movements: ListedMovement[];
  /** How the store writes an order's number. */
  numberPrefix: string;
  before: string | null;
  after: string | null;
};

/** Why a number is what it is: a variant's movements, newest first. */
export async function listMovements(ctx: AnyCtx, input: ListMovementsInput): Promise<MovementList> {
  allow(ctx, 'stock.read');
  const wanted = listMovementsInput.parse(input);
  const cursor = parseCursor(wanted.cursor, [CURSOR_UUID]);
  return read(ctx, async (ctx) => {
    const rows = await movementRows(ctx, wanted, cursor);
    const page = pageOf(rows, wanted.size, cursor, (row) => [uuidOf(row.movementId)]);
    const [ordersByCause, names, [settings]] = await Promise.all([
      ordersOf(
        ctx,
        page.rows.map((row) => row.causeId),
      ),
      namesOf(
        ctx,
        page.rows.map((row) => row.actor),
      ),
      ctx.db
        .select({ numberPrefix: storeSettings.numberPrefix })
        .from(storeSettings)
        .where(eq(storeSettings.storeId, ctx.store.id)),
    ]);
    const movements = page.rows.map(({ causeId, actor, ...row }) => ({
      ...row,
      change: row.to === 'available' ? row.quantity : row.from === 'available' ? -row.quantity : 0,
      order: (causeId && ordersByCause.get(causeId)) || null,
      actor: actor.kind === 'system' ? null : (names.get(actor.id) ?? null),
    }));
    return {
      movements,
      numberPrefix: settings?.numberPrefix ?? '#',
      before: page.before,
      after: page.after,
    };
  });
}

function movementRows(ctx: TxCtx, wanted: z.output<typeof listMovementsInput>, cursor: Cursor | null) {
  const edge = cursor?.key[0] ? idOf('mov', cursor.key[0]) : null;
  const backwards = cursor?.direction === 'before';
  return ctx.db
    .select({
      movementId: stockMovements.id,
      at: stockMovements.at,
      warehouse: warehouses.name,
      code: stockMovements.code,
      from: stockMovements.fromBucket,
      to: stockMovements.toBucket,
      quantity: stockMovements.quantity,
      balanceAfter: stockMovements.balanceAfter,
      reason: stockMovements.reason,
      causeId: stockMovements.causeId,
      actor: stockMovements.actor,
    })
    .from(stockMovements)
    .innerJoin(
      warehouses,
      and(eq(warehouses.storeId, stockMovements.storeId), eq(warehouses.id, stockMovements.warehouseId)),
    )
    .where(
      and(
        eq(stockMovements.storeId, ctx.store.id),
        eq(stockMovements.variantId, wanted.variantId),
        wanted.warehouseId ? eq(stockMovements.warehouseId, wanted.warehouseId) : undefined,
        edge ? (backwards ? gt : lt)(stockMovements.id, edge) : undefined,
      ),
    )
    .orderBy(backwards ? stockMovements.id : desc(stockMovements.id))
    .limit(wanted.size + 1);
}

/** The orders behind causes: an order itself, or the one a parcel belongs to. */
async function ordersOf(ctx: TxCtx, causes: readonly (string | null)[]) {
  const parcels = causes.filter((cause): cause is Id<'shp'> => isId('shp', cause));
  const direct = causes.filter((cause): cause is OrderId => isId('ord', cause));
  const store = eq(orders.storeId, ctx.store.id);
  const fields = { orderId: orders.id, number: orders.number };
  const [own, viaParcel] = await Promise.all([
    direct.length === 0
      ? []
      : ctx.db
          .select(fields)
          .from(orders)
          .where(and(store, inArray(orders.id, direct))),
    parcels.length === 0
      ? []
      : ctx.db
          .select({ ...fields, parcel: shipments.id })
          .from(shipments)
          .innerJoin(orders, and(eq(orders.storeId, shipments.storeId), eq(orders.id, shipments.orderId)))
          .where(and(store, inArray(shipments.id, parcels))),
  ]);
  const found = new Map<string, { orderId: OrderId; number: number | null }>();
  for (const order of own) found.set(order.orderId, order);
  for (const { parcel, ...order } of viaParcel) found.set(parcel, order);
  return found;
}

/** Names of staff and API keys. A shopper is not named here. */
async function namesOf(ctx: TxCtx, actors: readonly ActorRef[]): Promise<Map<string, string>> {
  const staff = actors.flatMap((actor) => (actor.kind === 'staff' ? [actor.id] : []));
  const keys = actors.flatMap((actor) => (actor.kind === 'key' ? [actor.id] : []));
  const [people, machines] = await Promise.all([
    staff.length === 0
      ? []
      : ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, staff)),
    keys.length === 0
      ? []
      : ctx.db
          .select({ id: apiKeys.id, name: apiKeys.name })
          .from(apiKeys)
          .where(and(eq(apiKeys.storeId, ctx.store.id), inArray(apiKeys.id, keys))),
  ]);
  const names = new Map<string, string>();
  for (const { id, name } of [...people, ...machines]) names.set(id, name);
  return names;
}
