import type { Page } from '@playwright/test';

/** What a browser says to its console in every project, and means nothing. */
const HARMLESS = [/Download the React DevTools/];

export type Complaints = { all: () => string[]; take: () => string[] };

/** Everything a page complains of: console errors (CSP violations among them), uncaught failures, answers of 500 and up. */
export function watchPage(page: Page): Complaints {
  const complaints: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !HARMLESS.some((pattern) => pattern.test(text))) {
      complaints.push(`console: ${text} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  return { all: () => [...complaints], take: () => complaints.splice(0) };
}
