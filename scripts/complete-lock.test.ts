import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { completed, missingOptionals } from './complete-lock.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/a': {
      version: '1.0.0',
      optionalDependencies: { 'a-darwin-arm64': '1.0.0', 'a-linux-x64-musl': '1.0.0' },
    },
    'node_modules/a-linux-x64-musl': { version: '1.0.0', optional: true },
  },
};

it('finds and fills what a registry left out', () => {
  expect(missingOptionals(lock.packages)).toEqual([
    { name: 'a-darwin-arm64', version: '1.0.0', wantedBy: 'node_modules/a' },
  ]);
  const full = completed(lock);
  expect(full.packages['node_modules/a-darwin-arm64']).toMatchObject({
    version: '1.0.0',
    optional: true,
    os: ['darwin'],
    cpu: ['arm64'],
  });
  expect(missingOptionals(full.packages)).toEqual([]);
});

it('is done for our own lock, so that npm ci takes it on every platform', () => {
  const own = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(missingOptionals(own.packages).map(({ name }) => name)).toEqual([]);
});
