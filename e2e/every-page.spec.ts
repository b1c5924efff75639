import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROLE_TABLE } from '@/lib/access/permissions';
import { expect, test } from './setup/as-role';
import { DEMO_ROLES, DEMO_STORE, type DemoRole, stateFileOf } from './setup/demo-people';
import { fillRoutes, type Place } from './setup/fill-routes';
import { routesIn } from './setup/routes';
import type { Complaints } from './setup/watched-page';

const OFFICE = routesIn('app/(office)');
const AUTH = routesIn('app/(auth)');
const THEMES = ['light', 'dark'] as const;
/** The one who sees everything, and the one to whom most is denied; the others' pages are made of the same parts. */
const WITH_AXE: ReadonlySet<DemoRole | 'nobody'> = new Set(['owner', 'analyst', 'nobody']);

let places: Place[] = [];
let empty: string[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: stateFileOf('owner') });
  ({ places, empty } = await fillRoutes(await context.newPage(), OFFICE));
  await context.close();
});

test('every kind of record has one in the demo store', () => {
  expect(empty).toEqual([]);
});

for (const role of DEMO_ROLES) {
  test.describe(role, () => {
    test.use({ role });
    test(`every page opens for ${role}${role === 'owner' ? ' @phone' : ''}`, async ({ page, complaints }) => {
      test.setTimeout(10 * 60_000);
      const problems: string[] = [];
      for (const place of places) problems.push(...(await visit(page, place, role, complaints)));
      expect(problems).toEqual([]);
    });
  });
}

test.describe('nobody', () => {
  test.use({ role: 'nobody' });

  test('the pages before signing in @phone', async ({ page, complaints }) => {
    const problems: string[] = [];
    for (const route of AUTH.filter(({ pattern }) => !pattern.includes('['))) {
      problems.push(...(await look(page, route.pattern, 'nobody', complaints)));
    }
    expect(problems).toEqual([]);
  });

  test('every page of the office asks to sign in', async ({ page }) => {
    test.setTimeout(3 * 60_000);
    const open: string[] = [];
    for (const { path } of places) {
      await page.goto(path);
      if (new URL(page.url()).pathname !== '/sign-in') open.push(path);
    }
    expect(open).toEqual([]);
  });
});

async function visit(page: Page, place: Place, role: DemoRole, complaints: Complaints): Promise<string[]> {
  const problems = await look(page, place.path, role, complaints);
  const denied = new URL(page.url()).pathname === `/${DEMO_STORE}/forbidden`;
  const wanted = Object.entries(ROLE_TABLE).find(([permission]) => permission === place.permission);
  const mayRead = wanted ? wanted[1].includes(role) : true;
  const isForbiddenPage = place.path.endsWith('/forbidden');
  if (denied && mayRead && !isForbiddenPage) problems.push(`${place.path}: denied, though ${role} may`);
  if (!denied && !mayRead) problems.push(`${place.path}: shown, though ${role} may not`);
  return problems;
}

/** Opens a page and looks at it in both themes. */
async function look(
  page: Page,
  path: string,
  role: DemoRole | 'nobody',
  complaints: Complaints,
): Promise<string[]> {
  const problems: string[] = [];
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const response = await page.goto(path, { waitUntil: 'load' });
  const status = response?.status() ?? 0;
  if (status >= 400) problems.push(`${path}: answered ${status}`);
  if (!(await hasOneHeading(page))) problems.push(`${path}: has not one h1`);
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme="${theme}"]`).waitFor({ state: 'attached' });
    if (WITH_AXE.has(role)) problems.push(...(await axeFindings(page, `${path} (${theme})`)));
  }
  if (await overflows(page)) problems.push(`${path}: is wider than the screen`);
  problems.push(...complaints.take().map((complaint) => `${path}: ${complaint}`));
  return problems;
}

/** A page that is still being drawn, or leads on to another, has its heading only when it is there. */
async function hasOneHeading(page: Page): Promise<boolean> {
  return expect(page.locator('h1'))
    .toHaveCount(1, { timeout: 15_000 })
    .then(() => true)
    .catch(() => false);
}

async function axeFindings(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')}`),
  );
}

const overflows = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);
