import type { Page } from '@playwright/test';
import { DEMO_STORE } from './demo-people';
import { fixedSiblings, type Route } from './routes';

export type Place = Route & { path: string };

/**
 * Addresses for every route: the demo store for `[store]`, and for each other dynamic segment the first record its
 * list (or, where there is none, the page above) links to. Routes that have no record are given back by their pattern.
 */
export async function fillRoutes(
  page: Page,
  routes: readonly Route[],
): Promise<{ places: Place[]; empty: string[] }> {
  const known = new Map<string, string>();
  const places: Place[] = [];
  const empty: string[] = [];
  for (const route of routes.filter(
    ({ pattern }) => !pattern.includes('[...') && !pattern.includes('[[...'),
  )) {
    const path = await fill(page, route.pattern, routes, known);
    if (path) places.push({ ...route, path });
    else empty.push(route.pattern);
  }
  return { places, empty };
}

async function fill(page: Page, pattern: string, routes: readonly Route[], known: Map<string, string>) {
  let written = '';
  let path = '';
  for (const segment of pattern.split('/').filter(Boolean)) {
    const above = written;
    written += `/${segment}`;
    if (segment === '[store]') path += `/${DEMO_STORE}`;
    else if (!segment.startsWith('[')) path += `/${segment}`;
    else {
      const list = routes.some((route) => route.pattern === above)
        ? path
        : path.slice(0, path.lastIndexOf('/'));
      const record =
        known.get(written) ?? (await firstRecord(page, list, path, fixedSiblings(routes, above)));
      if (!record) return undefined;
      known.set(written, record);
      path += `/${record}`;
    }
  }
  return path || '/';
}

async function firstRecord(
  page: Page,
  list: string,
  above: string,
  fixed: ReadonlySet<string>,
): Promise<string | undefined> {
  await page.goto(list);
  await page.locator('h1').first().waitFor();
  const hrefs = await page
    .locator(`a[href^="${above}/"]`)
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  const names = hrefs.map((href) => href?.slice(above.length + 1).split(/[/?#]/)[0] ?? '');
  return names.find((name) => name !== '' && !fixed.has(name));
}
