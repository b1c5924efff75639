import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from './scripts/find-browser.mjs';
import { freePort } from './scripts/free-port';

// Workers read this file again: they must find the port the first reading chose.
process.env.E2E_PORT ??= String(await freePort(41_000));
/** Against a server that runs already: E2E_URL=http://localhost:3000 npx playwright test. */
const running = process.env.E2E_URL;
const baseURL = running ?? `http://localhost:${process.env.E2E_PORT}`;
const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: { executablePath, args: BROWSER_ARGS },
    // Recording costs a fifth of the run: `npx playwright test --trace on` when one is wanted.
    trace: 'off',
    screenshot: 'only-on-failure',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  },
  projects: [
    { name: 'sign-in', testMatch: 'setup/sign-in.setup.ts' },
    {
      name: 'desktop-en',
      dependencies: ['sign-in'],
      testMatch: '**/*.spec.ts',
      grepInvert: /@phone-only/,
      use: { viewport: { width: 1440, height: 900 }, locale: 'en-GB' },
    },
    {
      // What a test marks @phone is also done on a phone, in Chinese.
      name: 'phone-zh',
      dependencies: ['sign-in'],
      testMatch: '**/*.spec.ts',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, locale: 'zh-CN', hasTouch: true },
    },
  ],
  ...(running
    ? {}
    : {
        webServer: {
          command: 'node --import tsx e2e/setup/serve.ts',
          url: `${baseURL}/api/health`,
          timeout: 240_000,
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
          stdout: 'ignore',
          stderr: 'pipe',
        },
      }),
});
