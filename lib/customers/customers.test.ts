import { and, eq } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { customerSearch, customers } from '@/db/schema/customers';
import { eventPersonal, events } from '@/db/schema/events';
import type { TxCtx } from '@/lib/core/ctx';
import { newId } from '@/lib/core/ids';
import { eventsOf } from '@/test/events-of';
import { test } from '@/test/rollback-test';
import { addCustomerNote } from './add-customer-note';
import { createCustomer, createCustomerInput } from './create-customer';
import { editCustomer } from './edit-customer';
import { findOrCreateCustomer } from './find-or-create-customer';
import { getCustomer } from './get-customer';
import { insertCustomer } from './insert-customer';
import { revealContact } from './reveal-contact';
import { searchCustomers } from './search-customers';

const TOM = { name: 'Tom Okafor', email: 'Tom.Okafor@example.com', phone: '+44 7700 900412', country: 'GB' };
const found = async (ctx: TxCtx, text: string) =>
  (await searchCustomers(ctx, { text })).customers.map((customer) => customer.name);

describe('createCustomer', () => {
  test('writes the customer down once per id, with one event', async ({ ctx }) => {
    const input = { ...TOM, id: newId('cus') };
    expect(await createCustomer(ctx, input)).toEqual({ customerId: input.id });
    expect(await createCustomer(ctx, input)).toEqual({ customerId: input.id });
    expect(await eventsOf(ctx)).toEqual([['customer.created', { customerId: input.id }]]);
    await expect(createCustomer(ctx, { ...input, name: 'Ann' })).rejects.toMatchObject({
      key: 'customers.errors.idTaken',
    });
  });

  test('an e-mail belongs to one customer, however it is written', async ({ ctx, inOtherStore }) => {
    await createCustomer(ctx, { ...TOM, externalId: '17850' });
    await expect(
      createCustomer(ctx, { name: 'Tom', email: 'TOM.okafor@EXAMPLE.com', externalId: '17850' }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      details: {
        problems: [
          { pointer: '/email', key: 'customers.errors.emailTaken' },
          { pointer: '/externalId', key: 'customers.errors.externalIdTaken' },
        ],
      },
    });
    await inOtherStore((other) => createCustomer(other, TOM));
    expect(await ctx.db.$count(customers)).toBe(1);
  });

  test.for(['fulfilment', 'stock', 'finance', 'analyst', 'stranger'] as const)(
    '%s may not, and nothing is written',
    async (role, { ctx, as }) => {
      await expect(createCustomer(as(role), TOM)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(await ctx.db.$count(customers)).toBe(0);
      expect(await eventsOf(ctx)).toEqual([]);
    },
  );

  test('names every problem at once, and takes blank for absent', () => {
    const bad = createCustomerInput.safeParse({ name: ' ', email: 'tom@', phone: 'ring me', country: 'uk' });
    expect(bad.error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([
      ['name', 'customers.errors.name'],
      ['email', 'customers.errors.email'],
      ['phone', 'customers.errors.phone'],
      ['country', 'customers.errors.country'],
    ]);
    const blank = createCustomerInput.parse({ name: 'Ann', email: ' ', phone: '', country: '', locale: '' });
    expect(blank).toMatchObject({ email: null, phone: null, country: null, locale: null, externalId: null });
  });
});

describe('searchCustomers', () => {
  test('finds by name starts, whole e-mail, phone, company and external id', async ({ ctx }) => {
    await createCustomer(ctx, { ...TOM, company: 'Cotham Mugs', externalId: 'C-17850' });
    await createCustomer(ctx, { name: '李明', email: 'li@example.cn' });
    await createCustomer(ctx, { name: 'Tomasz Nowak' });
    const tom = ['Tom Okafor'];
    for (const text of [
      'oka',
      'to oka',
      'OKÁFOR tom',
      'tom.okafor@example.com',
      '07700 900 412',
      'cotham',
      'c17850',
    ]) {
      expect([text, await found(ctx, text)]).toEqual([text, tom]);
    }
    expect(await found(ctx, 'tom')).toHaveLength(2);
    expect(await found(ctx, '李')).toEqual(['李明']);
    expect(await found(ctx, 'nobody')).toEqual([]);
    expect(await found(ctx, '  ')).toHaveLength(3);
    expect(await found(ctx, '!?')).toEqual([]);
  });
});

describe('editCustomer', () => {
  test('writes what changed; values are kept apart, sealed; words follow', async ({ ctx }) => {
    const { customerId } = await createCustomer(ctx, TOM);
    const input = { customerId, version: 1, ...TOM, name: 'Thomas Okafor', phone: '' };
    expect(await editCustomer(ctx, input)).toEqual({ customerId, version: 2 });
    expect((await eventsOf(ctx, customerId)).at(-1)).toEqual([
      'customer.edited',
      { customerId, fields: ['name', 'phone'] },
    ]);
    const [personal] = await ctx.db
      .select({ content: eventPersonal.content })
      .from(eventPersonal)
      .innerJoin(events, and(eq(events.storeId, eventPersonal.storeId), eq(events.id, eventPersonal.eventId)))
      .where(eq(events.storeId, ctx.store.id));
    expect(JSON.parse(personal?.content ?? '')).toEqual({
      before: { name: 'Tom Okafor', phone: '+44 7700 900412' },
      after: { name: 'Thomas Okafor', phone: null },
    });
    expect(await found(ctx, 'thomas')).toEqual(['Thomas Okafor']);
    expect(await found(ctx, '07700900412')).toEqual([]);
  });

  test('a lost race, a taken e-mail, a stranger, a role without the permission', async ({
    ctx,
    as,
    inOtherStore,
  }) => {
    const { customerId } = await createCustomer(ctx, TOM);
    await createCustomer(ctx, { name: 'Ann', email: 'ann@example.com' });
    const input = { customerId, version: 1, ...TOM, name: 'T' };
    await expect(editCustomer(ctx, { ...input, version: 9 })).rejects.toMatchObject({
      code: 'CONFLICT',
      key: 'customers.errors.changed',
    });
    await expect(editCustomer(ctx, { ...input, email: 'ANN@example.com' })).rejects.toMatchObject({
      details: { problems: [{ pointer: '/email' }] },
    });
    await expect(editCustomer(as('analyst'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await inOtherStore((other) =>
      expect(editCustomer(other, input)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    expect(await eventsOf(ctx, customerId)).toHaveLength(1);
  });
});

describe('findOrCreateCustomer', () => {
  test('by e-mail, else by external id, else a new one; what is known stays', async ({ ctx }) => {
    const made = await findOrCreateCustomer(ctx, TOM);
    expect(made.created).toBe(true);
    expect(await findOrCreateCustomer(ctx, { name: 'Tommy', email: 'tom.okafor@EXAMPLE.com' })).toEqual({
      customerId: made.customerId,
      created: false,
    });
    const file = await findOrCreateCustomer(ctx, { name: '17850', externalId: '17850' });
    expect(await findOrCreateCustomer(ctx, { name: 'x', externalId: '17850' })).toEqual({
      customerId: file.customerId,
      created: false,
    });
    const both = { ...TOM, externalId: '17850' };
    expect((await findOrCreateCustomer(ctx, both)).customerId).toBe(made.customerId);
    const first = await findOrCreateCustomer(ctx, { name: 'Guest' });
    const second = await findOrCreateCustomer(ctx, { name: 'Guest' });
    expect(first.customerId).not.toBe(second.customerId);
    expect(await found(ctx, 'tom')).toEqual(['Tom Okafor']);
    expect((await eventsOf(ctx)).map(([type]) => type)).toEqual(Array(4).fill('customer.created'));
    expect(await getCustomer(ctx, made.customerId)).toMatchObject({ maskedEmail: 'T•••@e•••.com' });
  });

  test('knows whom an order brought, and an order knows who was written down', async ({ ctx }) => {
    const id = newId('cus');
    await insertCustomer(ctx, { id, name: 'Ann', email: 'Ann@Example.com', phone: '', country: 'GB' });
    expect(await findOrCreateCustomer(ctx, { name: 'A', email: 'ann@example.com' })).toEqual({
      customerId: id,
      created: false,
    });
    await expect(createCustomer(ctx, { name: 'A', email: 'ann@example.com' })).rejects.toMatchObject({
      key: 'customers.errors.emailTaken',
    });
  });

  test('keeps the address of a new customer only', async ({ ctx }) => {
    const address = {
      name: 'Tom Okafor',
      line1: '12 Cotham Hill',
      city: 'Bristol',
      postcode: 'BS6 6LF',
      country: 'GB',
    };
    const { customerId } = await findOrCreateCustomer(ctx, { ...TOM, address });
    await findOrCreateCustomer(ctx, { ...TOM, address: { ...address, line1: 'Elsewhere' } });
    expect((await getCustomer(ctx, customerId)).addresses).toMatchObject([
      { city: 'Bristol', postcodeArea: 'BS6', country: 'GB', isDefault: true },
    ]);
  });
});

describe('contact', () => {
  test('is masked until somebody who may looks, and that is an event', async ({ ctx, as, inOtherStore }) => {
    const { customerId } = await createCustomer(ctx, TOM);
    const detail = await getCustomer(ctx, customerId);
    expect(detail).toMatchObject({ maskedEmail: 'T•••@e•••.com', maskedPhone: '••• 412' });
    expect(JSON.stringify(detail)).not.toContain('900412');
    await expect(revealContact(as('stock'), { customerId })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await eventsOf(ctx, customerId)).toHaveLength(1);
    expect(await revealContact(as('fulfilment'), { customerId })).toEqual({
      email: 'Tom.Okafor@example.com',
      phone: '+44 7700 900412',
      addresses: [],
    });
    expect((await eventsOf(ctx, customerId)).at(-1)).toEqual(['customer.revealed', { customerId }]);
    await inOtherStore(async (other) => {
      await expect(revealContact(other, { customerId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(getCustomer(other, customerId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  test('stands nowhere in the clear', async ({ ctx }) => {
    await createCustomer(ctx, TOM);
    const rows = await ctx.raw(
      'select c.*, encode(c.name, $1) as n, encode(c.email, $1) as e from customers c',
      ['escape'],
    );
    expect(JSON.stringify(rows)).not.toMatch(/okafor|900412/i);
    expect(await ctx.db.$count(customerSearch)).toBeGreaterThan(5);
  });
});

describe('addCustomerNote', () => {
  test('is written once per id, named to its author', async ({ ctx, as }) => {
    const { customerId } = await createCustomer(ctx, TOM);
    const input = { customerId, id: newId('nte'), body: 'Rings before noon.' };
    expect(await addCustomerNote(as('finance'), input)).toEqual({ noteId: input.id });
    expect(await addCustomerNote(as('finance'), input)).toEqual({ noteId: input.id });
    expect((await getCustomer(ctx, customerId)).notes).toEqual([
      { noteId: input.id, body: 'Rings before noon.', author: 'Test finance', createdAt: ctx.now },
    ]);
    expect((await eventsOf(ctx, customerId)).slice(1)).toEqual([['customer.noted', { noteId: input.id }]]);
    await expect(addCustomerNote(ctx, { ...input, body: 'Another' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  test('is refused to who may not, and finds no stranger', async ({ ctx, as, inOtherStore }) => {
    const { customerId } = await createCustomer(ctx, TOM);
    await expect(addCustomerNote(as('stock'), { customerId, body: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await inOtherStore((other) =>
      expect(addCustomerNote(other, { customerId, body: 'x' })).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    expect(await eventsOf(ctx, customerId)).toHaveLength(1);
  });
});
