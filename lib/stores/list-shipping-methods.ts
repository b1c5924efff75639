import { and, asc, eq, sql } from 'drizzle-orm';
import { shippingMethods } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read } from '@/lib/core/ctx';

/** The ways to ship, in the store's order; of a country only those that go there. Amounts in minor units. */
export async function listShippingMethods(
  ctx: AnyCtx,
  only: { activeOnly?: boolean; country?: string } = {},
) {
  allow(ctx, 'order.read');
  return read(ctx, (ctx) =>
    ctx.db
      .select({
        methodId: shippingMethods.id,
        name: shippingMethods.name,
        carrier: shippingMethods.carrier,
        priceMinor: shippingMethods.priceMinor,
        freeFromMinor: shippingMethods.freeFromMinor,
        countries: shippingMethods.countries,
        transitDaysMin: shippingMethods.transitDaysMin,
        transitDaysMax: shippingMethods.transitDaysMax,
        position: shippingMethods.position,
        active: shippingMethods.active,
        version: shippingMethods.version,
      })
      .from(shippingMethods)
      .where(
        and(
          eq(shippingMethods.storeId, ctx.store.id),
          only.activeOnly ? eq(shippingMethods.active, true) : undefined,
          only.country
            ? sql`(cardinality(${shippingMethods.countries}) = 0 or ${only.country}::text = any(${shippingMethods.countries}))`
            : undefined,
        ),
      )
      .orderBy(asc(shippingMethods.position), asc(shippingMethods.id))
      .limit(200),
  );
}

export type ShippingMethod = Awaited<ReturnType<typeof listShippingMethods>>[number];
