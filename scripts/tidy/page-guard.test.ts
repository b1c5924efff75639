import { expect, it } from 'vitest';
import { pageGuard } from './page-guard';
import { treeOf } from './tree';

const count = (path: string, text: string) => pageGuard.check(treeOf({ [path]: text })).length;
const page = 'app/(office)/[store]/orders/page.tsx';

it('wants every page of a store to say who may see it', () => {
  expect(count(page, "export default async function P() { await storePage(slug, 'order.read'); }")).toBe(0);
  expect(count(page, 'export default async function P() { return <p />; }')).toBe(1);
  expect(count(page, 'export default async function P() { redirect(a); }')).toBe(0);
  expect(count('app/(office)/[store]/forbidden/page.tsx', 'export default function P() {}')).toBe(0);
  expect(count('app/(auth)/sign-in/page.tsx', 'export default function P() {}')).toBe(0);
});
