import postgres from 'postgres';
import { newId, uuidOf } from '@/lib/core/ids';
import { seal } from '@/lib/core/seal';
import { codeTokens, emailTokens, nameTokens } from '@/lib/core/search-tokens';
import type { FreshStore } from '@/test/fresh-store';

const BATCH = 50_000;
const PEOPLE = 2_000;
export const BENCH_SKUS = 2_000;
const LONG_LINES = 500;
/** Latin and Chinese, with one name everybody shares and many that few have. */
const GIVEN = ['Ada', 'Wei', 'Grace', 'Noor', 'Jonas', 'Marta', 'Tom', 'Inês', 'Priya', 'Chloé'];
const FAMILY = ['Lovelace', 'Zhang', 'Hopper', 'Haddad', 'Lindqvist', 'Kowalska', 'Okafor', 'Carvalho'];
const CHINESE = ['李明', '王芳', '张伟', '刘洋'];

export const nameOf = (n: number): string =>
  n % 25 === 0
    ? `${CHINESE[(n / 25) % CHINESE.length]}`
    : `${GIVEN[n % GIVEN.length]} ${FAMILY[(n * 3) % FAMILY.length]} ${String.fromCharCode(97 + (n % 26), 97 + ((n * 7) % 26), 97 + ((n * 11) % 26))}x`;
export const emailOf = (n: number) => `person.${n}@shop.example`;
export const benchSku = (n: number) => `BENCH-${String(n % BENCH_SKUS).padStart(4, '0')}`;

type Sql = ReturnType<typeof postgres>;

/** As many orders as asked, half a minute apart up to now, with their lines and search words; the last has 500 lines. */
export async function fillOrders(
  ownerUrl: string,
  { store }: FreshStore,
  count: number,
  say: (line: string) => void,
) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await words(sql, store.id);
    for (let from = 1; from <= count; from += BATCH) {
      const to = Math.min(count, from + BATCH - 1);
      await fillBatch(sql, store.id, { from, to, count });
      say(`${to} orders`);
    }
    await fillLongOrder(sql, store.id, count);
    await sql.unsafe('vacuum analyze orders, order_lines, order_search').simple();
  } finally {
    await sql.end({ timeout: 5 });
  }
}

type StoreId = FreshStore['store']['id'];

/** Tokens are made with a key the database does not have: names and SKUs once, numbers batch by batch. */
async function words(sql: Sql, store: StoreId) {
  await sql`create temp table person (i int primary key, name bytea)`;
  await sql`create temp table person_token (i int, token bigint)`;
  await sql`create temp table sku_token (i int primary key, sku text, token bigint)`;
  const people = Array.from({ length: PEOPLE }, (_, i) => i);
  await sql`insert into person select i, decode(name, 'hex') from unnest(${people}::int[], ${people.map((i) => Buffer.from(seal(nameOf(i))).toString('hex'))}::text[]) as t(i, name)`;
  const tokens = people.flatMap((i) =>
    [...nameTokens(store, nameOf(i)), ...emailTokens(store, emailOf(i))].map(
      (token) => [i, String(token)] as const,
    ),
  );
  await sql`insert into person_token select * from unnest(${tokens.map(([i]) => i)}::int[], ${tokens.map(([, token]) => token)}::bigint[])`;
  const skus = Array.from({ length: BENCH_SKUS }, (_, i) => i);
  await sql`insert into sku_token select * from unnest(${skus}::int[], ${skus.map(benchSku)}::text[], ${skus.map((i) => String(codeTokens(store, benchSku(i))[0]))}::bigint[])`;
  await sql`create index on person_token (i)`;
  await sql`analyze person`;
  await sql`analyze person_token`;
  await sql`analyze sku_token`;
}

async function fillBatch(
  sql: Sql,
  store: StoreId,
  { from, to, count }: { from: number; to: number; count: number },
) {
  const numbers = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const tokens = numbers.map((n) => String(codeTokens(store, String(n))[0]));
  const id = uuidOf(store);
  await sql.begin(async (tx) => {
    // Keys are right by making; checks planned while the tables were empty would walk them whole.
    await tx`set local session_replication_role = replica`;
    await tx`create temp table fresh on commit drop as
      select gen_random_uuid() as id, n, date_trunc('milliseconds', now()) - (${count} - n) * interval '30 seconds' as at, token
      from unnest(${numbers}::int[], ${tokens}::bigint[]) as t(n, token)`;
    await tx`analyze fresh`;
    await tx`insert into orders (store_id, id, number, channel, external_id, status, payment_status, fulfilment_status, currency,
        prices_include_tax, payment_method, customer_name, ship_city, ship_country, total_minor, goods_minor, due_minor, units,
        tags, placed_at, created_at, updated_at, ship_by_at, held_at)
      select ${id}::uuid, f.id, f.n, (array['api', 'checkout', 'staff', 'import'])[1 + f.n % 4], 'X' || f.n,
        case when f.n > ${count} * 0.98 then (array['pending', 'confirmed', 'processing', 'shipped'])[1 + f.n % 4]
          when f.n % 33 = 0 then 'canceled' else 'completed' end,
        case when f.n > ${count} * 0.98 and f.n % 5 = 0 then 'unpaid' when f.n % 33 = 0 then 'voided' else 'paid' end,
        case when f.n > ${count} * 0.98 then 'allocated' else 'delivered' end,
        (array['GBP', 'GBP', 'GBP', 'EUR', 'CNY'])[1 + f.n % 5], true, (array['bank_transfer', 'credit_card', 'alipay'])[1 + f.n % 3],
        p.name, 'Leeds', (array['GB', 'GB', 'DE', 'FR', 'CN', 'IS'])[1 + (f.n % 31) % 6], 500 + (f.n::bigint * 7919) % 90000, 500, 500, 2,
        case when f.n % 1000 = 0 then '{vip}' else '{}' end::text[], f.at, f.at, f.at, f.at + interval '2 days',
        case when f.n > ${count} * 0.98 and f.n % 200 = 0 then now() end
      from fresh f join person p on p.i = f.n % ${PEOPLE} order by f.n`;
    await tx`insert into order_lines (store_id, id, order_id, position, sku, title, unit_price_e4, quantity, goods_minor, total_minor)
      select ${id}::uuid, gen_random_uuid(), f.id, l.position, s.sku, 'Stoneware mug', 50000, 1, 500, 500
      from fresh f cross join (values (1, 7), (2, 13)) l(position, step) join sku_token s on s.i = (f.n * l.step) % ${BENCH_SKUS}`;
    await tx`insert into order_search (store_id, token, placed_at, order_id)
      select ${id}::uuid, t.token, f.at, f.id from fresh f
      join lateral (
        select token from person_token where i = f.n % ${PEOPLE}
        union select token from sku_token where i in ((f.n * 7) % ${BENCH_SKUS}, (f.n * 13) % ${BENCH_SKUS})
        union select f.token) t on true
      order by t.token, f.at`;
  });
}

async function fillLongOrder(sql: Sql, store: StoreId, number: number) {
  await sql`insert into order_lines (store_id, id, order_id, position, sku, title, unit_price_e4, quantity, goods_minor, total_minor)
    select o.store_id, gen_random_uuid(), o.id, 2 + n, 'BENCH-' || lpad(n::text, 4, '0'), 'Stoneware mug', 50000, 1, 500, 500
    from orders o cross join generate_series(1, ${LONG_LINES - 2}) n
    where o.store_id = ${uuidOf(store)}::uuid and o.number = ${number}`;
}

/** A signed-in session of a person, as the sign-in makes one. */
export async function openSession(ownerUrl: string, userId: `usr_${string}`) {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const sessionId = newId('ses');
  try {
    await sql`insert into sessions (id, user_id, created_at, last_seen_at, expires_at)
      values (${uuidOf(sessionId)}, ${uuidOf(userId)}, now(), now(), now() + interval '1 day')`;
    return { sessionId, userId };
  } finally {
    await sql.end({ timeout: 5 });
  }
}
