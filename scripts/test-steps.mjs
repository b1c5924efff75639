// What `npm test` runs, one entry per step: a title, and a run that gives counts.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { playwrightTotalsOf, vitestTotalsOf } from './count-results.mjs';
import { findBrowser } from './find-browser.mjs';

/** The build under test; next.config.ts reads it. */
export const TEST_DIST_DIR = '.next-test';
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '0' };

export function stepsOf({ root, workDir, filters, say, runStep }) {
  const bin = (name) => path.join(root, 'node_modules', '.bin', name);
  const run = (name, args, env = {}, onLine) =>
    runStep(bin(name), args, { cwd: root, env: { ...QUIET, ...env }, onLine });

  /** One check: passed or failed, its output shown when it failed. */
  const check = async (...commands) => {
    for (const [name, args, env] of commands) {
      const { code, output } = await run(name, args, env);
      if (code !== 0) {
        say(output.trimEnd());
        return { passed: 0, failed: 1 };
      }
    }
    return { passed: 1, failed: 0 };
  };

  const unit = async () => {
    const json = path.join(workDir, 'vitest.json');
    const reporters = ['--reporter=json', `--outputFile.json=${json}`, '--reporter=dot'];
    const { code, output } = await run('vitest', ['run', ...reporters, ...filters], { CI: '1' });
    if (code !== 0) say(output.trimEnd());
    return { tests: true, ...vitestTotalsOf(json, code) };
  };

  const build = async () => {
    // Next points these at the folder it builds into; a checkout must look the same after a test run.
    const pointer = path.join(root, 'next-env.d.ts');
    const before = existsSync(pointer) ? readFileSync(pointer) : undefined;
    try {
      return await check(
        ['next', ['typegen']],
        ['next', ['build'], { NODE_ENV: 'production', NEXT_DIST_DIR: TEST_DIST_DIR }],
      );
    } finally {
      rmSync(path.join(root, TEST_DIST_DIR, 'types'), { recursive: true, force: true });
      if (before) writeFileSync(pointer, before);
    }
  };

  const e2e = async () => {
    const browser = await findBrowser();
    if (!browser) {
      say('  no browser: install chromium, or set PLAYWRIGHT_CHROMIUM_PATH');
      return { tests: true, passed: 0, failed: 1 };
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
  };

  return {
    lint: { title: 'format and lint', run: () => check(['biome', ['check', '--error-on-warnings', '.']]) },
    types: {
      title: 'types',
      run: () => check(['next', ['typegen']], ['tsc', ['--noEmit', '--incremental', 'false']]),
    },
    tidy: { title: 'tidy: the style guide', run: () => check(['tsx', ['scripts/tidy.ts']]) },
    dead: { title: 'dead code', run: () => check(['knip', ['--no-progress']]) },
    unit: { title: 'unit and database tests', run: unit },
    build: { title: 'production build', run: build, proof: path.join(root, TEST_DIST_DIR, 'BUILD_ID') },
    e2e: { title: 'browser tests', run: e2e },
  };
}
