import type { SourceFile } from './source-file';
import type { Tree } from './tree';

/**
 * The domains, left to right. One imports only from those with a lower place; peers do not import each other.
 * A new folder under lib needs a place here: that is the decision to take.
 */
export const DOMAIN_PLACES: Readonly<Record<string, number>> = {
  core: 0,
  i18n: 0,
  events: 1,
  access: 2,
  stores: 3,
  lists: 3,
  catalog: 4,
  customers: 4,
  stock: 5,
  payments: 6,
  orders: 7,
  shipping: 8,
  returns: 9,
  fulfilment: 9,
  service: 10,
  documents: 10,
  analytics: 11,
  exchange: 12,
  bulk: 13,
};

/** The edges: they may call every domain, no domain may call them. */
export const EDGES: ReadonlySet<string> = new Set(['integrations', 'jobs', 'web']);

/** Vendors' own code: only an adapter under lib/integrations speaks it. */
export const VENDOR_PACKAGES =
  /^(stripe|nodemailer|twilio|@aws-sdk\/|@paypal\/|braintree|@google-cloud\/|ioredis|redis)/;

const PURE_PACKAGES = /^(zod|date-fns|@date-fns\/tz|@internationalized\/date|uuid|typeid-js)(\/|$)/;
const IMPURE_CORE = /^lib\/core\/(ctx|env|log|seal)\.ts$/;

/** `orders` for lib/orders/…; undefined outside lib. */
export function libFolder(path: string): string | undefined {
  return /^lib\/([^/]+)\//.exec(path)?.[1];
}

/** A folder of business rules: neither the core nor an edge. */
export function isDomain(path: string): boolean {
  const folder = libFolder(path);
  return folder !== undefined && folder !== 'core' && folder !== 'i18n' && !EDGES.has(folder);
}

export const isStateFile = (path: string) => /-state\.ts$/.test(path);

/** Pure: nothing it reaches touches the database, the environment, the network or Node. A browser may run it. */
export function isPure(tree: Tree, file: SourceFile, seen = new Set<string>()): boolean {
  if (seen.has(file.path)) return true;
  seen.add(file.path);
  if (!/^(lib|i18n)\//.test(file.path) || IMPURE_CORE.test(file.path)) return false;
  return file.imports.every((found) => {
    if (found.typeOnly) return true;
    const target = tree.resolve(file, found.from);
    return target ? isPure(tree, target, seen) : PURE_PACKAGES.test(found.from);
  });
}
