import { expect, it } from 'vitest';
import { singleWriter } from './single-writer';
import { treeOf } from './tree';

const schema = {
  'db/schema/stock.ts': "export const stockLevels = pgTable('stock_levels', {});",
  'db/schema/orders.ts': "export const orders = pgTable('orders', {});",
};
const messages = (path: string, text: string) =>
  singleWriter.check(treeOf({ ...schema, [path]: text })).map((finding) => finding.message);

const imports = "import { stockLevels } from '@/db/schema/stock';\n";

it('refuses a write from another domain', () => {
  for (const write of ['insert(stockLevels)', 'update(stockLevels)', 'delete(stockLevels)']) {
    expect(messages('lib/orders/a.ts', `${imports}await ctx.db.${write};`)).toEqual([
      'writes stockLevels; only lib/stock does',
    ]);
    expect(messages('lib/stock/a.ts', `${imports}await ctx.db.${write};`)).toEqual([]);
  }
});

it('sees through another name and a whole module', () => {
  const renamed = "import { stockLevels as s } from '@/db/schema/stock';\nawait db.insert(s);";
  const whole = "import * as stock from '@/db/schema/stock';\nawait db.insert(stock.stockLevels);";
  expect(messages('lib/orders/a.ts', renamed)).toHaveLength(1);
  expect(messages('lib/orders/b.ts', whole)).toHaveLength(1);
});

it('lets everyone read', () => {
  expect(messages('lib/orders/a.ts', `${imports}await ctx.db.select({ a: 1 }).from(stockLevels);`)).toEqual(
    [],
  );
});

it('reads raw SQL', () => {
  for (const sql of [
    "'insert into stock_levels (a) values (1)'",
    '`update stock_levels as s set a = 1`',
    '`delete from only "stock_levels"`',
    'sql`update ${stockLevels} set a = 1`',
  ]) {
    expect(messages('lib/orders/a.ts', `${imports}await run(${sql});`)).toEqual([
      expect.stringContaining('only lib/stock does'),
    ]);
  }
});

it('is not misled by other uses of the words', () => {
  const harmless =
    '`select 1 from stock_levels for update`; `insert into orders values (1) on conflict do update set a = 1`';
  expect(messages('lib/orders/a.ts', harmless)).toEqual([]);
});

it('does not take a Set or Map for a table', () => {
  expect(messages('lib/orders/a.ts', "const s = new Set(); s.delete('orders');")).toEqual([]);
});
