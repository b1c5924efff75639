import { expect, it } from 'vitest';
import { connections } from './connections';
import { treeOf } from './tree';

const count = (path: string, text: string) => connections.check(treeOf({ [path]: text })).length;

it('lets only db/client.ts open connections', () => {
  expect(count('lib/orders/a.ts', "import postgres from 'postgres';")).toBe(1);
  expect(count('lib/web/a.ts', "import { Pool } from 'pg';")).toBe(1);
  expect(count('db/client.ts', "import postgres from 'postgres';")).toBe(0);
  expect(count('lib/orders/a.ts', "import type { Sql } from 'postgres';")).toBe(0);
});

it('lets only the context take one', () => {
  expect(count('lib/orders/a.ts', "import { takeConnection } from '@/db/client';")).toBe(1);
  expect(count('lib/core/ctx.ts', "import { takeConnection } from '@/db/client';")).toBe(0);
});
