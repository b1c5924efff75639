import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orders } from '@/db/schema/orders';
import { storeSettings } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';
import { CURSOR_TIME, CURSOR_UUID, pageOf, parseCursor } from '@/lib/core/cursor';
import { idInput } from '@/lib/core/id-input';
import { type OrderId, uuidOf } from '@/lib/core/ids';

export const customerOrdersInput = z.object({
  customerId: idInput('cus'),
  cursor: z.string().max(400).nullish(),
  size: z.int().min(1).max(100).default(10),
});
export type CustomerOrdersInput = z.input<typeof customerOrdersInput>;

export type CustomerOrder = {
  orderId: OrderId;
  number: number | null;
  kind: 'sale' | 'credit';
  placedAt: Date | null;
  units: number;
  currency: string;
  totalMinor: number;
  status: (typeof orders.$inferSelect)['status'];
  paymentStatus: (typeof orders.$inferSelect)['paymentStatus'];
  paymentMethod: (typeof orders.$inferSelect)['paymentMethod'];
  fulfilmentStatus: (typeof orders.$inferSelect)['fulfilmentStatus'];
};

export type CustomerOrders = {
  orders: CustomerOrder[];
  /** How the store writes an order's number. */
  numberPrefix: string;
  before: string | null;
  after: string | null;
};

/** One customer's placed orders, newest first. */
export async function customerOrders(ctx: AnyCtx, input: CustomerOrdersInput): Promise<CustomerOrders> {
  allow(ctx, 'order.read');
  const { customerId, cursor: given, size } = customerOrdersInput.parse(input);
  const cursor = parseCursor(given, [CURSOR_TIME, CURSOR_UUID]);
  const backwards = cursor?.direction === 'before';
  const side = cursor
    ? sql`(${orders.placedAt}, ${orders.id}) ${sql.raw(backwards ? '>' : '<')} (${cursor.key[0]}::timestamptz, ${cursor.key[1]}::uuid)`
    : undefined;
  return read(ctx, async (ctx) => {
    const rows = ctx.db
      .select({
        orderId: orders.id,
        number: orders.number,
        kind: orders.kind,
        placedAt: orders.placedAt,
        units: orders.units,
        currency: orders.currency,
        totalMinor: orders.totalMinor,
        status: orders.status,
        paymentStatus: orders.paymentStatus,
        paymentMethod: orders.paymentMethod,
        fulfilmentStatus: orders.fulfilmentStatus,
      })
      .from(orders)
      .where(
        and(
          eq(orders.storeId, ctx.store.id),
          eq(orders.customerId, customerId),
          isNotNull(orders.placedAt),
          side,
        ),
      )
      .orderBy(...(backwards ? [orders.placedAt, orders.id] : [desc(orders.placedAt), desc(orders.id)]))
      .limit(size + 1);
    const settings = ctx.db
      .select({ numberPrefix: storeSettings.numberPrefix })
      .from(storeSettings)
      .where(eq(storeSettings.storeId, ctx.store.id));
    const [found, [own]] = await Promise.all([rows, settings]);
    const page = pageOf(found, size, cursor, (row) => [
      row.placedAt?.toISOString() ?? '',
      uuidOf(row.orderId),
    ]);
    return {
      orders: page.rows,
      numberPrefix: own?.numberPrefix ?? '#',
      before: page.before,
      after: page.after,
    };
  });
}
