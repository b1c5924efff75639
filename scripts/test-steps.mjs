// What `npm test` runs, one entry per step: a title, and a run that gives counts.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { playwrightTotalsOf, vitestTotalsOf } from './count-results.mjs';
import { findBrowser } from './find-browser.mjs';

/** The build under test; next.config.ts reads it. */
const TEST_DIST_DIR = '.next-test';
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
const ONE_FAILED = { passed: 0, failed: 1 };

/** @param {{ root: string, workDir: string, filters: string[], say: (line: string) => void, runStep: Function }} given */
export function stepsOf(given) {
  const run = (name, args, env = {}) =>
    given.runStep(path.join(given.root, 'node_modules', '.bin', name), args, {
      cwd: given.root,
      env: { ...QUIET, ...env },
    });
  const tools = { ...given, run };
  const check =
    (...commands) =>
    () =>
      runCheck(tools, commands);
  const typegen = ['next', ['typegen']];
  return {
    lint: { title: 'format and lint', run: check(['biome', ['check', '--error-on-warnings', '.']]) },
    types: { title: 'types', run: check(typegen, ['tsc', ['--noEmit', '--incremental', 'false']]) },
    tidy: { title: 'tidy: the style guide', run: check(['tsx', ['scripts/tidy.ts']]) },
    dead: { title: 'dead code', run: check(['knip', ['--no-progress']]) },
    unit: { title: 'unit and database tests', run: () => runVitest(tools, ['run']) },
    build: {
      title: 'production build',
      run: () => runBuild(tools, typegen),
      proof: path.join(given.root, TEST_DIST_DIR, 'BUILD_ID'),
    },
    e2e: { title: 'browser tests', run: () => runBrowserTests(tools) },
  };
}

/** One check: passed or failed, its output shown when it failed. */
async function runCheck({ run, say }, commands) {
  for (const [name, args, env] of commands) {
    const { code, output } = await run(name, args, env);
    if (code !== 0) {
      say(output.trimEnd());
      return ONE_FAILED;
    }
  }
  return { passed: 1, failed: 0 };
}

export async function runVitest({ run, say, workDir, filters }, args) {
  const json = path.join(workDir, 'vitest.json');
  const reporters = ['--reporter=json', `--outputFile.json=${json}`, '--reporter=dot'];
  const { code, output } = await run('vitest', [...args, ...reporters, ...filters], { CI: '1' });
  if (code !== 0) say(output.trimEnd());
  return { tests: true, ...vitestTotalsOf(json, code) };
}

async function runBuild(tools, typegen) {
  // Next points this file at the folder it builds into; a checkout must look the same after a test run.
  const pointer = path.join(tools.root, 'next-env.d.ts');
  const before = existsSync(pointer) ? readFileSync(pointer) : undefined;
  const build = ['next', ['build'], { NODE_ENV: 'production', NEXT_DIST_DIR: TEST_DIST_DIR }];
  try {
    return await runCheck(tools, [typegen, build]);
  } finally {
    rmSync(path.join(tools.root, TEST_DIST_DIR, 'types'), { recursive: true, force: true });
    if (before) writeFileSync(pointer, before);
  }
}

async function runBrowserTests({ run, say, workDir, filters }) {
  const browser = await findBrowser();
  if (!browser) {
    say('  no browser: install chromium, or set PLAYWRIGHT_CHROMIUM_PATH');
    return { tests: true, ...ONE_FAILED };
  }
  say(`  browser: ${browser.path} (${browser.from})`);
  const json = path.join(workDir, 'playwright.json');
  const { code, output } = await run('playwright', ['test', '--reporter=json,list', ...filters], {
    ...browser.env,
    PLAYWRIGHT_CHROMIUM_PATH: browser.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: json,
    NEXT_DIST_DIR: TEST_DIST_DIR,
  });
  if (code !== 0) say(output.trimEnd());
  return { tests: true, ...playwrightTotalsOf(json, code) };
}
