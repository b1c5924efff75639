import { expect, it } from 'vitest';
import { networkInTransaction } from './network-in-transaction';
import { treeOf } from './tree';

const count = (text: string) => networkInTransaction.check(treeOf({ 'lib/orders/a.ts': text })).length;
const inside = (work: string) => `await transact(ctx, async (ctx) => { ${work} });`;

it('refuses the outside inside a transaction', () => {
  expect(count(inside("await fetch('/x');"))).toBe(1);
  expect(count(inside('await adapter.refund({ key });'))).toBe(1);
  const imported = "import { manual } from '@/lib/integrations/payments/manual';\n";
  expect(count(imported + inside('await manual.refund({ key });'))).toBe(1);
});

it('lets it be before and after', () => {
  expect(count(`${inside('await ctx.db.insert(a);')} await fetch('/x');`)).toBe(0);
});
