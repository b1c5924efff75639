import { at, type Rule } from './tree';

/** Who opens connections. The first is the product's only pool; the rest are the owner's, before or beside it. */
const MAY_CONNECT = [
  /^db\/client\.ts$/,
  /^db\/(prepare|migrate|app-role)[^/]*\.ts$/,
  /^lib\/jobs\/[^/]*(worker|queue|pool)[^/]*\.ts$/,
  /^(scripts|bench|test|e2e)\//,
];

/** Who may take a connection out of the pool. */
const MAY_USE_CLIENT = [
  /^lib\/core\/ctx\.ts$/,
  /^db\//,
  /^(scripts|bench|test|e2e)\//,
  /^instrumentation[^/]*\.ts$/,
];

const DRIVERS = /^(postgres|pg|drizzle-orm\/postgres-js|drizzle-orm\/node-postgres)(\/|$)/;

export const connections: Rule = {
  name: 'connections',
  check: (tree) =>
    tree.code
      .filter((file) => !file.isTest)
      .flatMap((file) =>
        file.imports.flatMap((found) => {
          if (found.typeOnly) return [];
          if (DRIVERS.test(found.from) && !MAY_CONNECT.some((place) => place.test(file.path))) {
            return [at(file, found.line, `imports ${found.from}; only db/client.ts opens connections`)];
          }
          const usesClient =
            tree.resolve(file, found.from)?.path === 'db/client.ts' || found.from === '@/db/client';
          if (usesClient && !MAY_USE_CLIENT.some((place) => place.test(file.path))) {
            return [at(file, found.line, 'imports the pool; only lib/core/ctx hands out db')];
          }
          return [];
        }),
      ),
};
