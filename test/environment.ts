import { TEST_SECRETS } from './secrets';

// Known values, set before anything reads the environment: no test depends on the machine it runs on.
Object.assign(process.env, TEST_SECRETS, {
  NODE_ENV: 'test',
  PUBLIC_URL: 'http://localhost:3000',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
  WORKER: 'off',
  SEED_DEMO: 'off',
  TZ: 'UTC',
});
