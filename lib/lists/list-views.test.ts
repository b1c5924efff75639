import { describe, expect } from 'vitest';
import type { TxCtx } from '@/lib/core/ctx';
import { newId, uuidOf } from '@/lib/core/ids';
import { test } from '@/test/rollback-test';
import { changeView, removeView, reorderViews } from './change-view';
import { chooseColumns } from './choose-columns';
import { shownColumns } from './columns';
import { readListSetup } from './read-list-setup';
import { saveView } from './save-view';

const input = (more: Partial<Parameters<typeof saveView>[1]> = {}) => ({
  viewId: newId('lvw'),
  list: 'orders' as const,
  name: 'Paid in Germany',
  search: 'filter=payment.is.paid;country.is.DE',
  columns: null,
  shared: false,
  ...more,
});
const names = async (ctx: TxCtx) => (await readListSetup(ctx, 'orders')).views.map(({ name }) => name);
const events = async (ctx: TxCtx, subject: string) =>
  (
    await ctx.raw('select type from events where store_id = $1::uuid and subject = $2::text order by seq', [
      uuidOf(ctx.store.id),
      subject,
    ])
  ).map(({ type }) => type);

describe('a saved view', () => {
  test('is its owner’s until it is shared', async ({ ctx, as }) => {
    const view = input();
    await saveView(ctx, view);
    await saveView(ctx, view);
    expect(await names(ctx)).toEqual(['Paid in Germany']);
    expect(await names(as('support'))).toEqual([]);
    const change = { viewId: view.viewId, list: 'orders' as const, version: 1 };
    await changeView(ctx, { ...change, shared: true, name: 'Germany' });
    await changeView(ctx, { ...change, version: 2, name: 'Germany' });
    expect((await readListSetup(as('support'), 'orders')).views).toMatchObject([
      { name: 'Germany', shared: true, own: false, version: 2 },
    ]);
    expect(await events(ctx, view.viewId)).toEqual(['view.saved', 'view.changed']);
    await expect(changeView(ctx, { ...change, name: 'x' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await removeView(ctx, { viewId: view.viewId, list: 'orders' });
    expect(await names(ctx)).toEqual([]);
    expect(await events(ctx, view.viewId)).toEqual(['view.saved', 'view.changed', 'view.removed']);
  });

  test('with the same id and other content is refused', async ({ ctx }) => {
    const view = input();
    await saveView(ctx, view);
    await expect(saveView(ctx, { ...view, name: 'Other' })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await names(ctx)).toEqual(['Paid in Germany']);
  });

  test('that is shared is changed only with the permission', async ({ ctx, as, inOtherStore }) => {
    const view = input({ shared: true });
    await saveView(ctx, view);
    const support = as('support');
    await expect(saveView(support, input({ shared: true }))).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const same = { viewId: view.viewId, list: 'orders' as const };
    await expect(changeView(support, { ...same, version: 1, name: 'x' })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    await expect(removeView(support, same)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await reorderViews(support, { list: 'orders', viewIds: [view.viewId] });
    expect(await events(ctx, view.viewId)).toEqual(['view.saved']);
    const own = input({ name: 'Mine' });
    await saveView(support, own);
    await expect(removeView(ctx, { viewId: own.viewId, list: 'orders' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await names(support)).toEqual(['Paid in Germany', 'Mine']);
    await inOtherStore(async (other) => {
      expect(await names(other)).toEqual([]);
      await expect(removeView(other, same)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  test('takes its place among the tabs', async ({ ctx }) => {
    const views = ['A', 'B', 'C'].map((name) => input({ name }));
    for (const view of views) await saveView(ctx, view);
    expect(await names(ctx)).toEqual(['A', 'B', 'C']);
    await reorderViews(ctx, { list: 'orders', viewIds: views.map(({ viewId }) => viewId).reverse() });
    expect(await names(ctx)).toEqual(['C', 'B', 'A']);
  });
});

test('columns are remembered per person', async ({ ctx, as }) => {
  await chooseColumns(ctx, { list: 'orders', columns: ['total', 'customer'] });
  await chooseColumns(ctx, { list: 'orders', columns: ['customer', 'total'] });
  expect((await readListSetup(ctx, 'orders')).columns).toEqual(['customer', 'total']);
  expect((await readListSetup(as('support'), 'orders')).columns).toBeNull();
  await chooseColumns(ctx, { list: 'orders', columns: null });
  expect((await readListSetup(ctx, 'orders')).columns).toBeNull();
  const plan = { fixed: 'a', usual: ['b'], all: ['a', 'b', 'c'] };
  expect(shownColumns(plan, ['c', 'gone', 'a', 'c'])).toEqual(['a', 'c']);
  expect(shownColumns(plan, null)).toEqual(['a', 'b']);
});
