// Finds a Chromium that runs here: the one named, one the system has, else the one that comes with npm.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Safe for tests: no sandbox (root has none), and nothing that calls home while a page is being judged. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--metrics-recording-only',
  '--no-default-browser-check',
  '--no-first-run',
];

/** The path of a browser, and where it came from; undefined when there is none. */
export async function findBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (named) return { path: named, from: 'PLAYWRIGHT_CHROMIUM_PATH', env: {} };
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path) && answers(path, {}));
  if (system) return { path: system, from: 'this machine', env: {} };
  return unpackedBrowser();
}

/** Unpacks the browser of @sparticuz/chromium into the temporary folder, with the libraries it needs. */
async function unpackedBrowser() {
  // Read while the module is loaded: without it the bundled NSS libraries stay packed.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const path = await chromium.executablePath();
    const env = {
      LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH ?? '',
      FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? '',
    };
    return answers(path, env) ? { path, from: '@sparticuz/chromium', env } : undefined;
  } catch {
    return undefined;
  } finally {
    delete process.env.AWS_EXECUTION_ENV;
  }
}

function answers(path, env) {
  const run = spawnSync(path, ['--version', '--no-sandbox'], {
    env: { ...process.env, ...env },
    timeout: 20_000,
  });
  return run.status === 0;
}
