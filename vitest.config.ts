import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');

/** Needs no database and starts at once: the core, state tables, calculations named so, components, scripts. */
const PURE = [
  'lib/{core,i18n}/**/*.test.ts',
  'lib/**/*-state.test.ts',
  '**/*.pure.test.ts',
  'components/**/*.test.{ts,tsx}',
  'i18n/**/*.test.ts',
  'scripts/**/*.test.ts',
  'e2e/setup/**/*.test.ts',
];

/** Everything else stands on a real Postgres, one database per worker. */
const WITH_DATABASE = [
  'lib/!(core|i18n)/**/*.test.ts',
  'lib/core/**/{ctx,*.db,*.race}.test.ts',
  'scripts/**/*.db.test.ts',
  '{db,app,test,bench}/**/*.test.{ts,tsx}',
];

const NEVER = ['**/node_modules/**', '.next*/**', '.data/**', 'test/data/**'];

export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    passWithNoTests: true,
    pool: 'forks',
    // A test waits for Postgres half of its time: two at once keep two cores busy.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: PURE,
          exclude: [...NEVER, 'lib/core/**/{ctx,*.db,*.race}.test.ts', 'scripts/**/*.db.test.ts'],
          setupFiles: ['test/environment.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: WITH_DATABASE,
          exclude: [...NEVER, '**/*-state.test.ts', '**/*.pure.test.ts'],
          globalSetup: ['test/start-database.ts'],
          setupFiles: ['test/environment.ts', 'test/worker-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
