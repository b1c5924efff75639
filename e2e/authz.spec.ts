import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext, Browser } from '@playwright/test';
import { expect, test } from './setup/as-role';
import { DEMO_STORE, stateFileOf } from './setup/demo-people';
import { apiMethods, serverActions } from './setup/doors';

/** Every door there is, from the build itself: a new action or endpoint is tried without being named here. */
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
const actions = serverActions(
  readFileSync(path.join(BUILD, 'server/server-reference-manifest.json'), 'utf8'),
);
const ofStores = actions.filter(({ file }) => file.startsWith('app/(office)/'));
const ofPersons = actions.filter(({ file }) => file.startsWith('app/(auth)/account/'));

test.use({ role: 'nobody' });

type Call = { id: string; page: string; origin: string | null; args: unknown[] };

/** Calls a server action as the browser would; gives what came back. */
async function call(request: APIRequestContext, { id, page, origin, args }: Call): Promise<string> {
  const response = await request.post(page, {
    headers: {
      'next-action': id,
      'content-type': 'text/plain;charset=UTF-8',
      ...(origin && { origin }),
    },
    data: JSON.stringify(args),
    maxRedirects: 0,
  });
  return `${response.status()} ${await response.text()}`;
}

const codeIn = (answer: string) => /"ok":false,"code":"(\w+)"/.exec(answer)?.[1] ?? answer.slice(0, 200);

async function asOwner(browser: Browser, baseURL: string | undefined) {
  const context = await browser.newContext({ baseURL, storageState: stateFileOf('owner') });
  return { request: context.request, close: () => context.close() };
}

/** Tries every action; tells those that did not answer with the wanted code. */
async function notAnswering(
  request: APIRequestContext,
  tried: typeof actions,
  wanted: string,
  how: Omit<Call, 'id' | 'page'>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const { id, page, name } of tried) {
    const code = codeIn(await call(request, { id, page, ...how }));
    if (code !== wanted) wrong.push(`${name}: ${code}`);
  }
  return wrong;
}

test('there are doors to try', () => {
  expect(ofStores.length).toBeGreaterThan(20);
  expect(ofPersons.length).toBeGreaterThan(2);
  expect(apiMethods().length).toBeGreaterThan(4);
});

test('no action of a store or a person works for nobody', async ({ request, baseURL }) => {
  const origin = baseURL ?? null;
  expect(await notAnswering(request, ofStores, 'SIGNED_OUT', { origin, args: [DEMO_STORE, {}] })).toEqual([]);
  expect(await notAnswering(request, ofPersons, 'SIGNED_OUT', { origin, args: [{}] })).toEqual([]);
});

test('no action reaches a store one has no part in', async ({ browser, baseURL }) => {
  const owner = await asOwner(browser, baseURL);
  const how = { origin: baseURL ?? null, args: ['somebody-elses', {}] };
  expect(await notAnswering(owner.request, ofStores, 'NOT_FOUND', how)).toEqual([]);
  await owner.close();
});

test('no action runs without an Origin, nor from another one', async ({ browser, baseURL }) => {
  const owner = await asOwner(browser, baseURL);
  const missing = { origin: null, args: [DEMO_STORE, {}] };
  expect(await notAnswering(owner.request, [...ofStores, ...ofPersons], 'FORBIDDEN', missing)).toEqual([]);
  for (const { id, page, name } of ofStores) {
    const answer = await call(owner.request, {
      id,
      page,
      origin: 'https://evil.example',
      args: [DEMO_STORE, {}],
    });
    expect(answer, name).not.toContain('"ok":true');
  }
  await owner.close();
});

test('no method of the API answers without a key, nor with a wrong one', async ({ request }) => {
  const wrong: string[] = [];
  for (const { method, path: address } of apiMethods()) {
    for (const authorization of ['', `Bearer wb_${DEMO_STORE}_${'0'.repeat(48)}`]) {
      const response = await request.fetch(address, { method, headers: { authorization } });
      const type = response.headers()['content-type'] ?? '';
      const isRefused = [401, 404, 405, 429].includes(response.status());
      if (!isRefused || !type.startsWith('application/problem+json')) {
        wrong.push(`${method} ${address}: ${response.status()} ${type}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
