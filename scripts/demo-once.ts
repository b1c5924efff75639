import postgres from 'postgres';
import { noteFact, readFact } from '@/db/facts';
import { ownerUrl } from '@/db/urls';
import { OUTSIDE_THE_WALLS } from '@/db/wall-list';
import { findTables, isTenant } from '@/db/walls';
import { runChild } from './run-child';

const FACT = 'demo';

type State = { stores: number; hasDemo: boolean; fact: string | undefined };

async function stateOf(sql: postgres.Sql): Promise<State> {
  const [row] = await sql<{ stores: number; demos: number }[]>`
    select count(*)::int as stores, count(*) filter (where slug = 'demo')::int as demos from stores`;
  return { stores: row?.stores ?? 0, hasDemo: (row?.demos ?? 0) > 0, fact: await readFact(sql, FACT) };
}

// Only ever called on a database that holds nothing but a demo whose making was cut short.
async function clear(sql: postgres.Sql): Promise<void> {
  const names = (await findTables(sql))
    .filter((t) => isTenant(t) || t.name in OUTSIDE_THE_WALLS)
    .map((t) => t.name);
  await sql.unsafe(`truncate ${names.map((name) => `"${name}"`).join(', ')}`);
}

async function runSeed(): Promise<void> {
  const output: string[] = [];
  const how = await runChild(['--import', 'tsx', 'scripts/db-seed.ts'], {
    onLine: (text) => output.push(text),
  });
  if (how !== 0) throw new Error(`the demo store could not be made (${how})\n${output.join('').trim()}`);
}

/** Makes the demo store in a database without any store; one cut short is made anew. Returns whether it is there. */
export async function seedDemoOnce(wanted: boolean, say: (line: string) => void): Promise<boolean> {
  const sql = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
  try {
    const { stores, hasDemo, fact } = await stateOf(sql);
    const cutShort = fact === 'begun' && stores <= 1 && (hasDemo || stores === 0);
    if (!wanted || (stores > 0 && !cutShort)) return hasDemo;
    if (cutShort && hasDemo) await clear(sql);
    say('making the demo store');
    await noteFact(sql, FACT, 'begun');
    await runSeed();
    await noteFact(sql, FACT, 'done');
    say('the demo store is there');
    return true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
