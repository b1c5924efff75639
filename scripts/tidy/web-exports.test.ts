import { expect, it } from 'vitest';
import { treeOf } from './tree';
import { webExports } from './web-exports';

const count = (path: string, text: string) => webExports.check(treeOf({ [path]: text })).length;
const actions = 'app/(office)/[store]/orders/actions.ts';
const route = 'app/api/v1/orders/route.ts';

it('wants every export of actions.ts to be an action', () => {
  expect(count(actions, "'use server';\nexport const cancel = action({ verb });")).toBe(0);
  expect(count(actions, "'use server';\nexport type Input = { a: string };")).toBe(0);
  expect(count(actions, "'use server';\nexport async function cancel() {}")).toBe(1);
  expect(count(actions, "'use server';\nexport const cancel = async () => {};")).toBe(1);
  expect(count(actions, "'use server';\nexport { cancel } from './other';")).toBe(1);
  expect(count('app/other.ts', "'use server';\nexport async function cancel() {}")).toBe(1);
});

it('wants every method of the API to be an endpoint', () => {
  expect(count(route, 'export const POST = endpoint({ verb });')).toBe(0);
  expect(count(route, "export const dynamic = 'force-dynamic';\nexport const GET = endpoint({});")).toBe(0);
  expect(count(route, 'const others = endpoint({}); export const GET = others;')).toBe(0);
  expect(count(route, 'const others = async () => {}; export const GET = others;')).toBe(1);
  expect(count(route, 'export async function POST() {}')).toBe(1);
  expect(count('app/api/health/route.ts', 'export async function GET() {}')).toBe(0);
});

it('refuses an action inside a page', () => {
  expect(
    count('app/page.tsx', "export default function P() { async function save() { 'use server'; } }"),
  ).toBe(1);
});
