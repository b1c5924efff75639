import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { parseId, uuidOf } from '@/lib/core/ids';
import { log } from '@/lib/core/log';
import { moveOn, readNew, type Waiting } from '@/lib/events/outbox';
import { SUBSCRIPTIONS } from './subscriptions';

const READER = 'jobs';
const BATCH = 500;
const IDLE_MS = 2000;
/** Between two turns, so that a busy store's events are taken by the dozen and not one by one. */
const BREATH_MS = 100;
const LOCK = 7_203_411_093;

type Spec = { identifier: string; payload: Record<string, unknown>; jobKey?: string };

/**
 * The one reader that turns new events into jobs, in batches, by the owner's connection. It works below the oldest
 * running transaction, so that no event is missed, and moves its cursor in the transaction that enqueues: exactly once.
 */
export function startRelay(pool: Pool): { wake: () => void; stop: () => Promise<void> } {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  const turn = async () => {
    do {
      again = false;
      await relayOnce(pool).catch((error: unknown) => log().warn({ err: error }, 'relay turn failed'));
      if (again) await sleep(BREATH_MS);
    } while (again && !stopped);
  };
  const wake = () => {
    if (stopped) return;
    if (running !== undefined) {
      again = true;
      return;
    }
    clearTimeout(timer);
    running = turn().finally(() => {
      running = undefined;
      if (!stopped) timer = setTimeout(wake, IDLE_MS);
    });
  };
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** One turn over every store. Only one process relays at a time; the others find the lock taken and leave. */
export async function relayOnce(pool: Pool): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows: held } = await client.query('select pg_try_advisory_lock($1) as held', [LOCK]);
    if (!held[0]?.held) return 0;
    try {
      const { rows: stores } = await client.query<{ id: string }>('select id from stores');
      let relayed = 0;
      for (const { id } of stores) relayed += await relayStore(client, id);
      return relayed;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK]);
    }
  } finally {
    client.release();
  }
}

type Client = PoolClient;

async function relayStore(client: Client, storeId: string): Promise<number> {
  let relayed = 0;
  for (;;) {
    await client.query('begin');
    try {
      const waiting = await readNew(client, storeId, READER, BATCH);
      if (waiting.length > 0) await enqueue(client, storeId, waiting);
      await client.query('commit');
      relayed += waiting.length;
      if (waiting.length < BATCH) return relayed;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
}

async function enqueue(client: Client, storeId: string, waiting: Waiting[]): Promise<void> {
  const specs = await specsOf(client, storeId, waiting);
  if (specs.length > 0) {
    await client.query(
      `select graphile_worker.add_jobs(array(
         select json_populate_record(null::graphile_worker.job_spec, s) from json_array_elements($1::json) s))`,
      [JSON.stringify(specs)],
    );
  }
  await moveOn(client, storeId, READER, waiting);
}

async function specsOf(client: Client, storeId: string, waiting: Waiting[]): Promise<Spec[]> {
  const variants = new Set<string>();
  const orders = new Set<string>();
  const runs = new Set<string>();
  let all = false;
  for (const event of waiting) {
    const wanted = SUBSCRIPTIONS.get(event.type)?.(event);
    for (const id of wanted?.variantIds ?? []) variants.add(uuidOf(parseId('var', id)));
    if (wanted?.orderLines) orders.add(uuidOf(parseId('ord', event.subject)));
    if (wanted?.everyWaiting) all = true;
    if (wanted?.runId) runs.add(uuidOf(parseId('blk', wanted.runId)));
  }
  if (all) {
    const { rows } = await client.query<{ id: string }>(
      'select variant_id as id from backorders where store_id = $1 and backordered > 0',
      [storeId],
    );
    for (const { id } of rows) variants.add(id);
  }
  if (orders.size > 0) {
    const { rows } = await client.query<{ id: string }>(
      'select distinct variant_id as id from order_lines where store_id = $1 and order_id = any($2::uuid[]) and variant_id is not null',
      [storeId, [...orders]],
    );
    for (const { id } of rows) variants.add(id);
  }
  const specs: Spec[] = [...runs].map((runId) => ({ identifier: 'run_bulk', payload: { storeId, runId } }));
  if (variants.size === 0) return specs;
  return [{ identifier: 'fill_backorders', payload: { storeId, variantIds: [...variants] } }, ...specs];
}
