import { createHmac } from 'node:crypto';
import { env } from '@/lib/core/env';

/** The role the app connects as: under row-level security, never the tables' owner. */
export const APP_ROLE = 'waybill_app';

type Given = {
  DATABASE_URL?: string | undefined;
  DATABASE_OWNER_URL?: string | undefined;
  AUTH_SECRET: string;
};
/** `appPassword` is null where the app's address was given: then its role is not ours to change. */
export type DatabaseUrls = { owner: string; app: string; appPassword: string | null };

/** The app role's password where nobody chose one: each process that has AUTH_SECRET works it out. */
export function appPassword(authSecret: string): string {
  return createHmac('sha256', authSecret).update(APP_ROLE).digest('hex');
}

/** Both addresses. With an owner's address of its own, DATABASE_URL is the app's; else the app's is derived from it. */
export function databaseUrls(given: Given): DatabaseUrls {
  if (!given.DATABASE_URL) throw new Error('no database: DATABASE_URL is not set');
  if (given.DATABASE_OWNER_URL) {
    return { owner: given.DATABASE_OWNER_URL, app: given.DATABASE_URL, appPassword: null };
  }
  const password = appPassword(given.AUTH_SECRET);
  const app = new URL(given.DATABASE_URL);
  app.username = APP_ROLE;
  app.password = password;
  return { owner: given.DATABASE_URL, app: app.href, appPassword: password };
}

export const ownerUrl = (): string => databaseUrls(env()).owner;
export const appUrl = (): string => databaseUrls(env()).app;
