import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { customerNotes } from '@/db/schema/customers';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import { idInput } from '@/lib/core/id-input';
import { type Id, newId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { lockCustomer } from './lock-customer';

export const addCustomerNoteInput = z.object({
  customerId: idInput('cus'),
  id: idInput('nte').optional(),
  body: z
    .string({ error: 'customers.errors.note' })
    .trim()
    .min(1, { error: 'customers.errors.note' })
    .max(4000, { error: 'customers.errors.noteLong' }),
});
export type AddCustomerNoteInput = z.input<typeof addCustomerNoteInput>;

/** Writes a note of a staff member about a customer; only staff see it. The same id twice is one note. */
export async function addCustomerNote(
  ctx: AnyCtx,
  input: AddCustomerNoteInput,
): Promise<{ noteId: Id<'nte'> }> {
  allow(ctx, 'customer.note');
  const { customerId, id, body } = addCustomerNoteInput.parse(input);
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DomainError('FORBIDDEN', 'customers.errors.notesByStaff');
  const noteId = id ?? newId('nte');
  return transact(ctx, async (ctx) => {
    await lockCustomer(ctx, customerId);
    const [known] = await ctx.db
      .select({ customerId: customerNotes.customerId, body: customerNotes.body })
      .from(customerNotes)
      .where(and(eq(customerNotes.storeId, ctx.store.id), eq(customerNotes.id, noteId)));
    if (known && (known.customerId !== customerId || known.body !== body)) {
      throw conflict('customers.errors.idTaken');
    }
    if (known) return { noteId };
    await Promise.all([
      ctx.db.insert(customerNotes).values({
        storeId: ctx.store.id,
        id: noteId,
        customerId,
        authorId: actor.userId,
        body,
        createdAt: ctx.now,
      }),
      record(ctx, 'customer.noted', customerId, { noteId }),
    ]);
    return { noteId };
  });
}
