#!/usr/bin/env node
// `npm test`: everything that must hold, step by step, from a bare clone. `npm test -- --only unit lib/orders` for a part.
// The last line is always `N passed, N failed`.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { passSignalsOn, runStep, wasInterrupted } from './run-step.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEEDED_NODE = [20, 19];
const ALL = ['lint', 'types', 'tidy', 'dead', 'unit', 'build', 'e2e'];

const say = (line = '') => process.stdout.write(`${line}\n`);
const total = { passed: 0, failed: 0 };

function parseArguments(args) {
  const only = [];
  const filters = [];
  let build = true;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--only') only.push(...(args[++i] ?? '').split(','));
    else if (args[i].startsWith('--only=')) only.push(...args[i].slice(7).split(','));
    else if (args[i] === '--no-build') build = false;
    else filters.push(args[i]);
  }
  const unknown = only.filter((name) => !ALL.includes(name));
  if (unknown.length > 0) throw new Error(`--only takes ${ALL.join(', ')}; not ${unknown.join(', ')}`);
  if (only.length === 0 && filters.length > 0)
    only.push(filters.some((f) => f.startsWith('e2e')) ? 'e2e' : 'unit');
  const steps = only.length === 0 ? [...ALL] : ALL.filter((name) => only.includes(name));
  if (steps.includes('e2e') && build && !steps.includes('build'))
    steps.splice(steps.indexOf('e2e'), 0, 'build');
  return { steps, filters };
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1]);
  if (!enough)
    throw new Error(`Node ${NEEDED_NODE.join('.')} or newer is needed; this is ${process.versions.node}`);
}

async function announced(title, work) {
  say(`\n▸ ${title}`);
  const startedAt = performance.now();
  const counts = await work();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const words = counts.tests ? `: ${counts.passed} passed, ${counts.failed} failed` : '';
  say(`  ${counts.failed === 0 ? '✓' : '✗'} ${title}${words} (${seconds} s)`);
  return counts.failed === 0;
}

async function main() {
  checkNode();
  const { steps, filters } = parseArguments(process.argv.slice(2));
  passSignalsOn();
  process.chdir(ROOT);
  await announced('install what is missing', async () => {
    const { ensureInstalled } = await import('./install.mjs');
    await ensureInstalled();
    return { passed: 0, failed: 0 };
  });
  const { stepsOf } = await import('./test-steps.mjs');
  const workDir = mkdtempSync(path.join(tmpdir(), 'waybill-run-'));
  try {
    const byName = stepsOf({ root: ROOT, workDir, filters, say, runStep });
    let built = true;
    for (const name of steps) {
      if (wasInterrupted()) break;
      const step = byName[name];
      if (name === 'e2e' && !built) {
        say(`\n▸ ${step.title}\n  ✗ not run: there is no build to open`);
        total.failed += 1;
        continue;
      }
      const good = await announced(step.title, step.run);
      if (name === 'build') built = good && existsSync(step.proof);
    }
  } finally {
    rmSync(workDir, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  say(`\n${error.message}`);
  total.failed += 1;
}
if (wasInterrupted()) {
  say('\ninterrupted');
  total.failed += 1;
}
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
