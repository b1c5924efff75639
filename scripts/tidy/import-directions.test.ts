import { describe, expect, it } from 'vitest';
import { importDirections } from './import-directions';
import { treeOf } from './tree';

const findings = (files: Record<string, string>) =>
  importDirections.check(treeOf(files)).map(({ path, message }) => `${path}: ${message}`);

const verb = "import { transact } from '@/lib/core/ctx';\nexport const x = transact;";
const core = {
  'lib/core/ctx.ts': 'export const transact = 1;',
  'lib/core/money.ts': 'export const add = 1;',
};

describe('import directions', () => {
  it('lets a domain import leftwards and not rightwards', () => {
    const files = { ...core, 'lib/orders/place-order.ts': verb, 'lib/stock/hold-stock.ts': verb };
    expect(findings({ ...files, 'lib/orders/a.ts': "import { x } from '@/lib/stock/hold-stock';" })).toEqual(
      [],
    );
    expect(findings({ ...files, 'lib/stock/a.ts': "import { x } from '@/lib/orders/place-order';" })).toEqual(
      ['lib/stock/a.ts: may not import @/lib/orders/place-order: orders stands to the right of stock'],
    );
  });

  it('lets everyone import what is pure, through several files', () => {
    const files = {
      ...core,
      'lib/orders/order-state.ts': "import { add } from '@/lib/core/money';\nexport const steps = add;",
      'lib/orders/totals.ts': "import { steps } from './order-state';\nexport const t = steps;",
    };
    expect(findings({ ...files, 'lib/stock/a.ts': "import { t } from '@/lib/orders/totals';" })).toEqual([]);
    expect(
      findings({ ...files, 'components/orders/a.tsx': "import { t } from '@/lib/orders/totals';" }),
    ).toEqual([]);
  });

  it('keeps components from verbs, but not from their types', () => {
    const files = { ...core, 'lib/orders/place-order.ts': verb };
    const value = "import { x } from '@/lib/orders/place-order';";
    expect(findings({ ...files, 'components/orders/a.tsx': value })).toHaveLength(1);
    expect(findings({ ...files, 'components/orders/a.tsx': value.replace('import', 'import type') })).toEqual(
      [],
    );
  });

  it('keeps app and components from the database', () => {
    const files = { 'db/schema/orders.ts': 'export const orders = 1;' };
    expect(
      findings({ ...files, 'app/page.tsx': "import { orders } from '@/db/schema/orders';" }),
    ).toHaveLength(1);
    expect(findings({ 'app/page.tsx': "import { sql } from 'drizzle-orm';" })).toHaveLength(1);
    expect(findings({ 'components/ui/a.tsx': "import postgres from 'postgres';" })).toHaveLength(1);
  });

  it('keeps the business out of components/ui', () => {
    const files = { 'lib/orders/order-state.ts': 'export const a = 1;' };
    expect(
      findings({ ...files, 'components/ui/a.tsx': "import { a } from '@/lib/orders/order-state';" }),
    ).toHaveLength(1);
  });

  it('keeps domains from edges, Next, React and vendors', () => {
    const files = { ...core, 'lib/web/action.ts': verb };
    expect(findings({ ...files, 'lib/orders/a.ts': "import { x } from '@/lib/web/action';" })).toHaveLength(
      1,
    );
    expect(findings({ 'lib/orders/a.ts': "import { headers } from 'next/headers';" })).toHaveLength(1);
    expect(findings({ 'lib/orders/a.ts': "import Stripe from 'stripe';" })).toHaveLength(1);
    expect(findings({ 'lib/integrations/payments/stripe.ts': "import Stripe from 'stripe';" })).toEqual([]);
  });

  it('keeps adapters from our tables', () => {
    const files = { 'db/schema/orders.ts': 'export const orders = 1;' };
    const adapter = "import { orders } from '@/db/schema/orders';";
    expect(findings({ ...files, 'lib/integrations/payments/manual.ts': adapter })).toHaveLength(1);
  });

  it('asks for a place for a new domain', () => {
    expect(findings({ 'lib/loyalty/points.ts': 'export const a = 1;' })).toHaveLength(1);
  });

  it('keeps state tables free of Node', () => {
    expect(findings({ 'lib/orders/order-state.ts': "import { readFileSync } from 'node:fs';" })).toHaveLength(
      1,
    );
  });
});
