import { expect, test } from './setup/as-role';
import { DEMO_STORE, stateFileOf } from './setup/demo-people';

const QUESTIONS = ['quote', 'variants', 'customers'].map((name) => `/${DEMO_STORE}/orders/ask/${name}`);

test.use({ role: 'nobody' });

test('questions are answered to whom they may be, from our own pages', async ({ browser, baseURL }) => {
  const ask = async (role: 'owner' | 'analyst' | 'nobody', origin = baseURL ?? '') => {
    const context = await browser.newContext({
      baseURL,
      storageState: role === 'nobody' ? undefined : stateFileOf(role),
    });
    const codes: string[] = [];
    for (const address of QUESTIONS) {
      const answer = await context.request.post(address, { headers: { origin }, data: { text: 7 } });
      codes.push(`${answer.status()} ${(await answer.json()).code}`);
    }
    await context.close();
    return new Set(codes);
  };
  expect(await ask('nobody')).toEqual(new Set(['401 SIGNED_OUT']));
  expect(await ask('analyst')).toEqual(new Set(['403 FORBIDDEN']));
  expect(await ask('owner', 'https://evil.example')).toEqual(new Set(['403 FORBIDDEN']));
  expect(await ask('owner')).toEqual(new Set(['200 INVALID']));
});

test('a question to another store is not found', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: stateFileOf('owner') });
  const answer = await context.request.post('/somebody-elses/orders/ask/quote', {
    headers: { origin: baseURL ?? '' },
    data: {},
  });
  expect((await answer.json()).code).toBe('NOT_FOUND');
  await context.close();
});
