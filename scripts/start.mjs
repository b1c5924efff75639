#!/usr/bin/env node
// `npm start` and `npm run dev`. Until the dependencies are there, only built-in modules may be used here.
import { fileURLToPath } from 'node:url';
import { complain, say } from './say.mjs';

const NEEDED = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  complain(`Waybill needs Node ${NEEDED.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

async function main() {
  checkNode();
  process.chdir(fileURLToPath(new URL('..', import.meta.url)));
  const known = ['--dev'];
  const unknown = process.argv.slice(2).find((argument) => !known.includes(argument));
  if (unknown)
    throw new Error(`unknown argument ${unknown} (settings are environment variables: see .env.example)`);
  const { ensureInstalled } = await import('./install.mjs');
  await ensureInstalled(say);
  const { register } = await import('tsx/esm/api');
  register();
  const { serve } = await import('./serve.ts');
  await serve({ dev: process.argv.includes('--dev') });
}

try {
  await main();
} catch (error) {
  complain(`Waybill did not start: ${error instanceof Error ? error.message : String(error)}`);
  if (process.env.LOG_LEVEL === 'debug') complain(error instanceof Error ? (error.stack ?? '') : '');
  process.exit(1);
}
