import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Whole files of real merchants: slow, one at a time, and only where the data is (npm run test:data). */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    name: 'data',
    include: ['test/data/**/*.data.test.ts'],
    passWithNoTests: true,
    pool: 'forks',
    maxWorkers: 1,
    globalSetup: ['test/start-database.ts'],
    setupFiles: ['test/environment.ts', 'test/worker-database.ts'],
    testTimeout: 15 * 60_000,
    hookTimeout: 15 * 60_000,
  },
});
