import postgres, { type Sql } from 'postgres';
import { PrepareError } from './prepare-error';
import { APP_ROLE } from './urls';

const RACED = new Set(['42710', '23505', 'XX000', '40001']); // made or altered by another start at the same moment
const FORBIDDEN = '42501';
const ATTEMPTS = 5;

const codeOf = (error: unknown) => (error instanceof postgres.PostgresError ? error.code : '');

async function canSignIn(ownerUrl: string, password: string): Promise<boolean> {
  const address = new URL(ownerUrl);
  address.username = APP_ROLE;
  address.password = password;
  const probe = postgres(address.href, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await probe`select 1`;
    return true;
  } catch (error) {
    if (['28P01', '28000'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    await probe.end({ timeout: 1 });
  }
}

/** Roles belong to the whole server: another installation's must keep its password. */
async function refuseIfShared(sql: Sql): Promise<void> {
  const others = await sql<{ name: string }[]>`
    select distinct d.datname as name from pg_shdepend s join pg_database d on d.oid = s.dbid
    where s.refobjid = (select oid from pg_roles where rolname = ${APP_ROLE}) and d.datname <> current_database()`;
  if (others.length === 0) return;
  throw new PrepareError(
    `the role ${APP_ROLE} has another password and serves the database ${others[0]?.name} too: ` +
      'use the same AUTH_SECRET for both, or give DATABASE_OWNER_URL and DATABASE_URL',
  );
}

type Wanted = { exists: boolean; password: string };

async function setPassword(sql: Sql, ownerUrl: string, { exists, password }: Wanted): Promise<void> {
  const verb = exists ? 'alter' : 'create';
  const quoted = `'${password.replaceAll("'", "''")}'`;
  for (let attempt = 1; ; attempt++) {
    try {
      await sql.unsafe(
        `${verb} role ${APP_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole password ${quoted}`,
      );
      return;
    } catch (error) {
      if (codeOf(error) === FORBIDDEN) {
        throw new PrepareError(
          `the user of DATABASE_URL may not ${verb} roles: make the role ${APP_ROLE} yourself, and give its address ` +
            'as DATABASE_URL and the owner’s as DATABASE_OWNER_URL',
        );
      }
      if (!RACED.has(codeOf(error)) || attempt === ATTEMPTS) throw error;
      if (await canSignIn(ownerUrl, password)) return;
    }
  }
}

/** Makes sure of the role the app signs in as: with this password, or (without one) that somebody made it. */
export async function ensureAppRole(sql: Sql, ownerUrl: string, password: string | null): Promise<void> {
  const [role] = await sql<{ broad: boolean }[]>`
    select rolsuper or rolbypassrls as broad from pg_roles where rolname = ${APP_ROLE}`;
  if (role?.broad) throw new PrepareError(`the role ${APP_ROLE} must be neither superuser nor BYPASSRLS`);
  if (password === null) {
    if (role) return;
    throw new PrepareError(`there is no role ${APP_ROLE}: create role ${APP_ROLE} login password '…'`);
  }
  if (role && (await canSignIn(ownerUrl, password))) return;
  if (role) await refuseIfShared(sql);
  await setPassword(sql, ownerUrl, { exists: Boolean(role), password });
}

/** Proves that the app's own address works, and is walled in: not the owner, no superuser, in the app's role. */
export async function checkAppAddress(appUrl: string): Promise<void> {
  const sql = postgres(appUrl, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    const [who] = await sql<{ name: string; broad: boolean; member: boolean; owns: boolean }[]>`
      select current_user as name, rolsuper or rolbypassrls as broad,
        pg_has_role(current_user, ${APP_ROLE}, 'usage') as member,
        exists (select from pg_class where relname = 'stores' and relowner = pg_roles.oid) as owns
      from pg_roles where rolname = current_user`;
    if (!who?.member) throw new PrepareError(`DATABASE_URL must sign in as ${APP_ROLE} or a member of it`);
    if (who.broad || who.owns) {
      throw new PrepareError(`DATABASE_URL signs in as ${who.name}, whom row-level security does not hold`);
    }
  } finally {
    await sql.end({ timeout: 1 });
  }
}
