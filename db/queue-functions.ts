import type { Sql } from 'postgres';
import { APP_ROLE } from './urls';

type Definition = { name: string; args: string; head: string; body: string };

/**
 * The queue's tables are closed to the app. It enqueues through this function of the owner's, which takes the store
 * from the transaction's setting, so a job can not be written for another store.
 */
const ENQUEUE: Definition = {
  name: 'waybill_enqueue',
  args: 'text, json, timestamptz, text',
  head: `(task text, payload json, run_at timestamptz default now(), job_key text default null)
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp`,
  body: `
declare
  store uuid := nullif(current_setting('app.store_id', true), '')::uuid;
begin
  if store is null then
    raise exception 'waybill_enqueue needs app.store_id' using errcode = 'insufficient_privilege';
  end if;
  perform graphile_worker.add_job(
    identifier => task,
    payload => (coalesce(payload, '{}')::jsonb || jsonb_build_object('storeId', store))::json,
    run_at => run_at,
    job_key => store || '/' || job_key
  );
end`,
};

/** What health needs to know of the queue: jobs that nobody has taken although they were due two minutes ago. */
const OVERDUE: Definition = {
  name: 'waybill_overdue_jobs',
  args: '',
  head: `() returns bigint language sql stable security definer set search_path = pg_catalog, pg_temp`,
  body: `
  select count(*) from graphile_worker._private_jobs
  where is_available and run_at < now() - interval '2 minutes'`,
};

async function isCurrent(sql: Sql, { name, args, body }: Definition): Promise<boolean> {
  const [found] = await sql<{ body: string; granted: boolean }[]>`
    select prosrc as body, has_function_privilege(${APP_ROLE}, oid, 'execute') as granted
    from pg_proc where oid = to_regprocedure(${`public.${name}(${args})`})`;
  return found?.body === body && found.granted;
}

/** Makes the owner's functions the app may call, if they are not there as written here. */
export async function makeQueueFunctions(sql: Sql): Promise<void> {
  for (const definition of [ENQUEUE, OVERDUE]) {
    if (await isCurrent(sql, definition)) continue;
    const { name, args, head, body } = definition;
    const made = `create or replace function public.${name}${head} as $body$${body}$body$`;
    const closed = `revoke all on function public.${name}(${args}) from public`;
    const open = `grant execute on function public.${name}(${args}) to ${APP_ROLE}`;
    await sql.unsafe(`begin; ${made}; ${closed}; ${open}; commit`).simple();
  }
}
