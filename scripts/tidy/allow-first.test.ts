import { expect, it } from 'vitest';
import { allowFirst } from './allow-first';
import { treeOf } from './tree';

const messages = (text: string, path = 'lib/orders/cancel-order.ts') =>
  allowFirst.check(treeOf({ [path]: text })).map((finding) => finding.message);

const verb = (first: string) =>
  `export async function cancelOrder(ctx: Ctx, input: I) { ${first} return transact(ctx, async (ctx) => 1); }`;

it('wants allow as the first line of a verb', () => {
  expect(messages(verb("allow(ctx, 'order.cancel');"))).toEqual([]);
  expect(messages(verb(''))).toEqual(['cancelOrder does not begin with allow(ctx, …)']);
  expect(messages(verb("const a = 1; allow(ctx, 'order.cancel');"))).toHaveLength(1);
  expect(messages('export const x = async (ctx: Ctx) => transact(ctx, async (ctx) => 1);')).toHaveLength(1);
});

it('wants permissions as noun.verb', () => {
  expect(messages(verb("allow(ctx, 'cancelOrders');"))).toHaveLength(1);
});

it('lets steps inside a transaction and private functions be', () => {
  expect(messages('export async function holdStock(ctx: TxCtx) { await ctx.db.insert(a); }')).toEqual([]);
  expect(messages('async function inner(ctx: Ctx) { return transact(ctx, async () => 1); }')).toEqual([]);
  expect(messages(verb(''), 'lib/core/numbers.ts')).toEqual([]);
});
