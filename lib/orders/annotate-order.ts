import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { orderNotes, orders } from '@/db/schema/orders';
import { stores } from '@/db/schema/stores';
import { allow } from '@/lib/access/allow';
import { addressSchema, postcodeArea } from '@/lib/core/address';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, invalid } from '@/lib/core/errors';
import { record, recordPersonal } from '@/lib/events/record';
import { loadOrder, requireStatus } from './load-order';
import { idSchema } from './order-request';
import { toAddress } from './read-draft';
import { bumpVersion } from './settle-order';

export const noteOrderInput = z.object({
  orderId: idSchema('ord'),
  /** Made by the form: the same id twice is one note. */
  noteId: idSchema('nte'),
  body: z.string().trim().min(1).max(4000),
});

/** A private note of staff, on the timeline. */
export async function noteOrder(ctx: AnyCtx, input: z.output<typeof noteOrderInput>): Promise<void> {
  allow(ctx, 'order.note');
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw invalid('order-errors.notesByStaff');
  await transact(ctx, async (ctx) => {
    await loadOrder(ctx, input.orderId);
    const made = await ctx.db
      .insert(orderNotes)
      .values({
        storeId: ctx.store.id,
        id: input.noteId,
        orderId: input.orderId,
        authorId: actor.userId,
        body: input.body,
        createdAt: ctx.now,
      })
      .onConflictDoNothing({ target: [orderNotes.storeId, orderNotes.id] })
      .returning({ id: orderNotes.id });
    if (made.length > 0) await record(ctx, 'order.noted', input.orderId, { noteId: input.noteId });
    else await requireSameNote(ctx, input);
  });
}

async function requireSameNote(ctx: TxCtx, input: z.output<typeof noteOrderInput>): Promise<void> {
  const [known] = await ctx.db
    .select({ orderId: orderNotes.orderId, body: orderNotes.body })
    .from(orderNotes)
    .where(and(eq(orderNotes.storeId, ctx.store.id), eq(orderNotes.id, input.noteId)));
  if (known?.orderId !== input.orderId || known.body !== input.body)
    throw conflict('order-errors.sameIdOtherContent');
}

const tag = z.string().trim().min(1).max(40);
export const tagOrderInput = z.object({
  orderId: idSchema('ord'),
  add: z.array(tag).max(20).default([]),
  remove: z.array(tag).max(20).default([]),
});
const MAX_TAGS = 20;

/** Adds and removes tags; what is already so changes nothing. */
export async function tagOrder(ctx: AnyCtx, input: z.output<typeof tagOrderInput>): Promise<string[]> {
  allow(ctx, 'order.write');
  return transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId);
    const removed = input.remove.filter((name) => order.tags.includes(name));
    const added = [...new Set(input.add)].filter((name) => !order.tags.includes(name));
    const tags = [...order.tags.filter((name) => !removed.includes(name)), ...added];
    if (tags.length > MAX_TAGS) throw invalid('order-errors.tooManyTags', { most: MAX_TAGS });
    if (added.length + removed.length === 0) return order.tags;
    await ctx.db
      .update(orders)
      .set({ tags, updatedAt: ctx.now, version: sql`${orders.version} + 1` })
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    await record(ctx, 'order.tagged', input.orderId, { added, removed });
    return tags;
  });
}

export const changeAddressInput = z.object({
  orderId: idSchema('ord'),
  which: z.enum(['shipTo', 'billTo']),
  address: addressSchema,
  version: z.int(),
});

/** Corrects an address while no parcel is packed. The country of delivery stays: tax and shipping hang on it. */
export async function changeAddress(ctx: AnyCtx, input: z.output<typeof changeAddressInput>): Promise<void> {
  allow(ctx, 'order.write');
  await transact(ctx, async (ctx) => {
    const order = await loadOrder(ctx, input.orderId, input.version);
    requireStatus(order, ['pending', 'confirmed', 'processing'], 'order-errors.addressFixed');
    const [row] = await ctx.db
      .select({ shipTo: orders.shipTo, billTo: orders.billTo, storeCountry: stores.country })
      .from(orders)
      .innerJoin(stores, eq(stores.id, orders.storeId))
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    const before = toAddress(row?.[input.which] ?? null);
    const { address } = input;
    if (input.which === 'shipTo') {
      if (order.lines.some((line) => line.packed + line.shipped > 0))
        throw conflict('order-errors.addressFixed');
      // An order without an address was taxed as one within the store's own country.
      const taxedIn = before?.country ?? row?.storeCountry;
      if (taxedIn !== address.country) throw conflict('order-errors.countryFixed');
    }
    const text = JSON.stringify(address);
    await ctx.db
      .update(orders)
      .set(
        input.which === 'billTo'
          ? { billTo: text }
          : {
              shipTo: text,
              shipCountry: address.country,
              shipCity: address.city,
              shipPostcodeArea: postcodeArea(address.postcode),
            },
      )
      .where(and(eq(orders.storeId, ctx.store.id), eq(orders.id, input.orderId)));
    await bumpVersion(ctx, input.orderId);
    const eventId = await record(ctx, 'order.address_changed', input.orderId, { fields: [input.which] });
    await recordPersonal(ctx, eventId, { before, after: address });
  });
}
