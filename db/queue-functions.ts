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

/**
 * Facts are written once. The one exception: those an import wrote itself, while somebody undoes it. The function takes
 * them by what the import wrote down, in the store of the transaction, and only in that status.
 */
const FORGET: Definition = {
  name: 'waybill_forget_facts',
  args: 'uuid, uuid[], uuid[]',
  head: `(import uuid, of_orders uuid[], of_refunds uuid[])
    returns void language plpgsql security definer set search_path = pg_catalog, pg_temp`,
  body: `
declare
  store uuid := nullif(current_setting('app.store_id', true), '')::uuid;
begin
  if not exists (select 1 from public.imports where store_id = store and id = import and status = 'undoing') then
    raise exception 'waybill_forget_facts is for an import that is being undone' using errcode = 'insufficient_privilege';
  end if;
  delete from public.money_movements m where m.store_id = store and m.refund_id = any (of_refunds)
    and exists (select 1 from public.import_returns r
      where r.store_id = store and r.import_id = import and r.refund_id = m.refund_id);
  delete from public.money_movements m where m.store_id = store and m.order_id = any (of_orders)
    and exists (select 1 from public.import_documents d
      where d.store_id = store and d.import_id = import and d.order_id = m.order_id);
end`,
};

async function isCurrent(sql: Sql, { name, args, body }: Definition): Promise<boolean> {
  const [found] = await sql<{ body: string; granted: boolean }[]>`
    select prosrc as body, has_function_privilege(${APP_ROLE}, oid, 'execute') as granted
    from pg_proc where oid = to_regprocedure(${`public.${name}(${args})`})`;
  return found?.body === body && found.granted;
}

/** Makes the owner's functions the app may call, if they are not there as written here. */
export async function makeQueueFunctions(sql: Sql): Promise<void> {
  for (const definition of [ENQUEUE, OVERDUE, FORGET]) {
    if (await isCurrent(sql, definition)) continue;
    const { name, args, head, body } = definition;
    const made = `create or replace function public.${name}${head} as $body$${body}$body$`;
    const closed = `revoke all on function public.${name}(${args}) from public`;
    const open = `grant execute on function public.${name}(${args}) to ${APP_ROLE}`;
    await sql.unsafe(`begin; ${made}; ${closed}; ${open}; commit`).simple();
  }
}
