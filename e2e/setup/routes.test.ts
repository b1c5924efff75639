import { expect, it } from 'vitest';
import { fixedSiblings, permissionIn } from './routes';

it('reads the permission a page asks for', () => {
  expect(permissionIn("const { ctx } = await storePage(slug, 'order.read');")).toBe('order.read');
  expect(permissionIn("await storePage((await props.params).store, 'order.read');")).toBe('order.read');
  expect(permissionIn('await storePage(slug);')).toBe(undefined);
});

it('knows what stands beside a record', () => {
  const routes = ['/a/new', '/a/[id]', '/a/[id]/edit', '/b/c'].map((pattern) => ({
    pattern,
    permission: undefined,
  }));
  expect(fixedSiblings(routes, '/a')).toEqual(new Set(['new']));
});
