import { expect, it } from 'vitest';
import { queryColumns } from './query-columns';
import { treeOf } from './tree';

const count = (text: string) => queryColumns.check(treeOf({ 'lib/orders/queries.ts': text })).length;

it('wants columns named', () => {
  expect(count('db.select().from(orders);')).toBe(1);
  expect(count('db.select({ id: orders.id }).from(orders);')).toBe(0);
  expect(count('db.update(orders).set(a).returning();')).toBe(1);
  expect(count("raw('select * from orders');")).toBe(1);
  expect(count("raw('select count(*) from orders');")).toBe(0);
});
