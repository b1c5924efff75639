import { test as base, expect } from '@playwright/test';
import { LOCALE_COOKIE } from '@/lib/i18n/locales';
import { DEMO_STORE, type DemoRole, stateFileOf } from './demo-people';
import { type Complaints, watchPage } from './watched-page';

type Options = {
  /** Who is signed in: `test.use({ role: 'support' })`, or 'nobody'. The owner unless said otherwise. */
  role: DemoRole | 'nobody';
};
type Fixtures = {
  /** The path of a page of the demo store: office('orders') is /demo/orders. */
  office: (path?: string) => string;
  /** What the page complained of; a test that expects a complaint takes it out with `complaints.take()`. */
  complaints: Complaints;
};

/** A test in the demo store, signed in, in the project's language; it fails when the page complains. */
export const test = base.extend<Options & Fixtures>({
  role: ['owner', { option: true }],
  storageState: async ({ role }, use) => {
    await use(role === 'nobody' ? undefined : stateFileOf(role));
  },
  context: async ({ context, baseURL, locale }, use) => {
    const language = locale?.startsWith('zh') ? 'zh-CN' : 'en';
    await context.addCookies([{ name: LOCALE_COOKIE, value: language, url: baseURL ?? '' }]);
    await use(context);
  },
  office: async ({}, use) => {
    await use((path = '') => `/${DEMO_STORE}${path === '' ? '' : `/${path}`}`);
  },
  complaints: [
    async ({ page }, use) => {
      const complaints = watchPage(page);
      await use(complaints);
      expect(complaints.all(), 'the page complained').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
