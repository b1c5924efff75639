#!/usr/bin/env node
// `npm run test:data`: the tests of test/data on real merchants' files, which are not part of this repository.
// They are looked for in WAYBILL_DATA_DIR, else in ../shared/data beside the checkout. The last line: `N passed, N failed`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { passSignalsOn, runStep } from './run-step.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);
const dataDir = path.resolve(process.env.WAYBILL_DATA_DIR ?? path.join(ROOT, '..', 'shared', 'data'));

if (!existsSync(dataDir)) {
  say(`There is no real data in ${dataDir}: nothing to test. Set WAYBILL_DATA_DIR to a folder that has it.`);
  say('\n0 passed, 0 failed');
  process.exit(0);
}

passSignalsOn();
await ensureInstalled();
const { runVitest } = await import('./test-steps.mjs');
const workDir = mkdtempSync(path.join(tmpdir(), 'waybill-run-'));
say(`▸ tests on real data, from ${dataDir}`);
const startedAt = performance.now();
const run = (name, args, env) =>
  runStep(path.join(ROOT, 'node_modules', '.bin', name), args, {
    cwd: ROOT,
    env: { NO_COLOR: '1', ...env, WAYBILL_DATA_DIR: dataDir },
  });
const config = ['run', '--config', 'vitest.data.config.ts'];
const { passed, failed } = await runVitest({ run, say, workDir, filters: process.argv.slice(2) }, config);
rmSync(workDir, { recursive: true, force: true });
say(`  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
