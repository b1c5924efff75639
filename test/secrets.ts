/** Not secret at all: keys for tests only, so that what is sealed in one process opens in the next. */
export const TEST_SECRETS = {
  AUTH_SECRET: 'test-only-auth-secret-0123456789-abcdef',
  BLIND_KEY: 'test-only-blind-key-0123456789-abcdef',
  SEAL_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
};

/** The password of the app's own role in temporary clusters. */
export const TEST_APP_PASSWORD = 'waybill-app-in-tests';
