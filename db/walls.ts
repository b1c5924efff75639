import type { Sql } from 'postgres';
import { APP_ROLE } from './urls';
import { grantsFor, OUTSIDE_THE_WALLS } from './wall-list';

type Policy = { name: string; command: string; using: string | null; check: string | null; roles: string };
/** A table as the catalogue shows it. */
export type FoundTable = {
  name: string;
  hasStoreId: boolean;
  /** The first column of its primary key. */
  leads: string | null;
  walled: boolean;
  policies: Policy[];
  privileges: string[];
};

const MINE = `store_id = nullif(current_setting('app.store_id', true), '')::uuid`;
const MY_USER = `user_id = nullif(current_setting('app.user_id', true), '')::uuid`;

// How Postgres prints the two conditions above: what it prints differently is simply made again.
const printed = (column: string, setting: string) =>
  `(${column} = (NULLIF(current_setting('${setting}'::text, true), ''::text))::uuid)`;

const TENANT: Policy = {
  name: 'tenant',
  command: '*',
  using: printed('store_id', 'app.store_id'),
  check: printed('store_id', 'app.store_id'),
  roles: APP_ROLE,
};
const OWN_MEMBERSHIPS: Policy = {
  name: 'own',
  command: 'r',
  using: printed('user_id', 'app.user_id'),
  check: null,
  roles: APP_ROLE,
};

const policiesFor = (table: string) => (table === 'memberships' ? [TENANT, OWN_MEMBERSHIPS] : [TENANT]);

const policySql = (table: string, { name }: Policy) =>
  name === 'tenant'
    ? `create policy tenant on "${table}" to ${APP_ROLE} using (${MINE}) with check (${MINE})`
    : `create policy own on "${table}" for select to ${APP_ROLE} using (${MY_USER})`;

const samePolicy = (a: Policy, b: Policy) =>
  a.name === b.name &&
  a.command === b.command &&
  a.using === b.using &&
  a.check === b.check &&
  a.roles === b.roles;

/** The tables of `public`, with what guards them. */
export function findTables(sql: Sql): Promise<FoundTable[]> {
  return sql<FoundTable[]>`
    select c.relname as name,
      exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'store_id' and not a.attisdropped) as "hasStoreId",
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as leads,
      c.relrowsecurity as walled,
      coalesce((select json_agg(json_build_object('name', p.polname, 'command', p.polcmd,
          'using', pg_get_expr(p.polqual, c.oid), 'check', pg_get_expr(p.polwithcheck, c.oid),
          'roles', (select string_agg(coalesce(r.rolname, 'public'), ',' order by r.rolname)
            from unnest(p.polroles) role left join pg_roles r on r.oid = role)) order by p.polname)
        from pg_policy p where p.polrelid = c.oid), '[]') as policies,
      coalesce((select json_agg(x.privilege_type order by x.privilege_type)
        from aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee where r.rolname = ${APP_ROLE}), '[]')
        as privileges
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`;
}

/** Whether both walls must stand around a table. */
export const isTenant = (table: FoundTable) => table.hasStoreId && !(table.name in OUTSIDE_THE_WALLS);

function wallsOf(table: FoundTable): string[] {
  if (!isTenant(table)) return [];
  const wanted = policiesFor(table.name);
  const stale = table.policies.filter((found) => !wanted.some((policy) => samePolicy(policy, found)));
  const missing = wanted.filter((policy) => !table.policies.some((found) => samePolicy(policy, found)));
  return [
    // Not FORCE: the owner migrates, sweeps and restores; the app never connects as it, which a test proves.
    ...(table.walled ? [] : [`alter table "${table.name}" enable row level security`]),
    ...stale.map((policy) => `drop policy "${policy.name}" on "${table.name}"`),
    ...missing.map((policy) => policySql(table.name, policy)),
  ];
}

function grantsOf(table: FoundTable): string[] {
  const wanted = grantsFor(table.name);
  const same = wanted.length === table.privileges.length && wanted.every((p) => table.privileges.includes(p));
  if (same) return [];
  return [
    `revoke all on "${table.name}" from ${APP_ROLE}`,
    `grant ${wanted.join(', ')} on "${table.name}" to ${APP_ROLE}`,
  ];
}

/** The statements that bring the tables as found to the walls and grants they must have; none if all is well. */
export function wallStatements(tables: FoundTable[]): string[] {
  return tables.flatMap((table) => [...wallsOf(table), ...grantsOf(table)]);
}

async function sequenceStatements(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and case when c.relkind = 'S' then not has_sequence_privilege(${APP_ROLE}, c.oid, 'usage') else false end`;
  return rows.map(({ name }) => `grant usage, select on sequence "${name}" to ${APP_ROLE}`);
}

/** Puts the walls around every table of a store, as the owner. Changes only what is missing; returns how much was. */
export async function applyWalls(sql: Sql): Promise<number> {
  const statements = [...wallStatements(await findTables(sql)), ...(await sequenceStatements(sql))];
  if (statements.length > 0) await sql.unsafe(`begin; ${statements.join('; ')}; commit`).simple();
  return statements.length;
}
