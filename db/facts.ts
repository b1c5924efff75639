import { createHmac } from 'node:crypto';
import type { Sql } from 'postgres';
import { PrepareError } from './prepare-error';

type Keys = { BLIND_KEY: string; SEAL_KEYS: string };

/** A table of the owner's for what a database must remember about itself: which keys seal it, whether it was seeded. */
export async function makeFactsTable(sql: Sql): Promise<void> {
  await sql.unsafe(`create schema if not exists waybill_ops;
    create table if not exists waybill_ops.facts (
      name text primary key, value text not null, noted_at timestamptz not null default now())`);
}

export async function readFact(sql: Sql, name: string): Promise<string | undefined> {
  const [row] = await sql<{ value: string }[]>`select value from waybill_ops.facts where name = ${name}`;
  return row?.value;
}

export async function noteFact(sql: Sql, name: string, value: string): Promise<void> {
  await sql`insert into waybill_ops.facts (name, value) values (${name}, ${value})
    on conflict (name) do update set value = excluded.value, noted_at = now()`;
}

const fingerprint = (key: string) =>
  createHmac('sha256', key).update('waybill key').digest('hex').slice(0, 16);

/** Names each key without telling it: equal keys have equal fingerprints. */
export function keyFingerprints({ BLIND_KEY, SEAL_KEYS }: Keys): Record<string, string> {
  const sealing = SEAL_KEYS.split(',').map((part) => part.split(':'));
  return {
    BLIND_KEY: fingerprint(BLIND_KEY),
    ...Object.fromEntries(sealing.map(([version, key]) => [`SEAL_KEYS ${version}`, fingerprint(key ?? '')])),
  };
}

/** Refuses keys other than those the database's personal data was sealed with, and remembers new ones. */
export async function checkKeys(sql: Sql, keys: Keys): Promise<void> {
  for (const [name, value] of Object.entries(keyFingerprints(keys))) {
    const [row] = await sql<{ value: string }[]>`
      with noted as (insert into waybill_ops.facts (name, value) values (${name}, ${value})
        on conflict (name) do nothing returning value)
      select value from noted union all select value from waybill_ops.facts where name = ${name} limit 1`;
    if (row && row.value !== value) {
      throw new PrepareError(
        `${name} is not the key this database was sealed with: bring back its keys (.data/secrets of its first start)`,
      );
    }
  }
}
