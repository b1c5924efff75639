import postgres from 'postgres';
import { newUuid } from '@/lib/core/type-id';

/**
 * The least an order can be: one row of an order, three lines, a payment, an event and three guarded counters, in one
 * round trip and one commit, the contended row last of all. Plain tables: no foreign keys, no row-level security, no
 * search, nothing sealed.
 */
const TABLES = `
  create schema floor;
  create table floor.orders (id uuid primary key, number bigint not null, email text not null, ship_to text not null,
    total bigint not null, placed_at timestamptz not null);
  create table floor.lines (order_id uuid, position int, variant_id uuid not null, quantity bigint not null,
    price bigint not null, primary key (order_id, position));
  create table floor.payments (id uuid primary key, order_id uuid not null, amount bigint not null, status text not null);
  create table floor.events (seq bigserial primary key, order_id uuid not null, type text not null, payload jsonb not null);
  create table floor.stock (variant_id uuid primary key, available bigint not null check (available >= 0));
  create function floor.place(order_id uuid, number bigint, email text, ship_to text, total bigint, at timestamptz,
    variants uuid[], price bigint, payment uuid, payload jsonb) returns void language plpgsql as $$
  declare
    v uuid;
  begin
    insert into floor.orders values (order_id, number, email, ship_to, total, at);
    insert into floor.lines select order_id, l.position, l.variant, 1, price
      from unnest(variants) with ordinality as l(variant, position);
    insert into floor.payments values (payment, order_id, total, 'unpaid');
    insert into floor.events (order_id, type, payload) values (order_id, 'order.placed', payload);
    foreach v in array variants loop
      update floor.stock set available = available - 1 where variant_id = v and available >= 1;
      if not found then raise exception 'sold out'; end if;
    end loop;
  end $$`;

const PLACE = `select floor.place($1::uuid, $2::bigint, $3::text, $4::text, $5::bigint, $6::timestamptz, $7::uuid[],
  $8::bigint, $9::uuid, $10::jsonb)`;

export type SqlFloor = { place: (hot: boolean) => Promise<void>; close: () => Promise<void> };

export async function makeSqlFloor(url: string, skus: number, connections: number): Promise<SqlFloor> {
  const sql = postgres(url, { max: connections, onnotice: () => {} });
  await sql.unsafe(TABLES).simple();
  const ids = Array.from({ length: skus }, () => newUuid());
  await sql.unsafe('insert into floor.stock select id, 1000000000 from unnest($1::uuid[]) id', [ids]);
  await sql.unsafe('vacuum analyze floor.stock').simple();
  const hotId = ids[Math.floor(skus / 2)] ?? '';
  const some = () => ids[Math.floor(Math.random() * skus)] ?? '';
  let number = 0;
  const place = async (hot: boolean) => {
    const others = hot ? [some(), some()] : [some(), some(), some()];
    const variants = [...others.sort(), ...(hot ? [hotId] : [])];
    number += 1;
    const facts = [
      newUuid(),
      number,
      'ada@example.com',
      '1 Cotham Hill, Bristol',
      3000,
      new Date().toISOString(),
    ];
    const rest = [variants, 1000, newUuid(), JSON.stringify({ number })];
    await sql.unsafe(PLACE, [...facts, ...rest] as never[], { prepare: true });
  };
  return { place, close: () => sql.end({ timeout: 5 }) };
}
