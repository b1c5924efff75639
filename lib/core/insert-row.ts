import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';
import { invariant } from './errors';
import type { Params } from './params';

type Shape = { into: string; columns: { key: string; column: PgColumn; type: string }[] };

/** What is the same for every row of a table with the same columns given. */
const shapes = new WeakMap<PgTable, Map<string, Shape>>();

function shapeOf(table: PgTable, keys: readonly string[]): Shape {
  const known = shapes.get(table) ?? new Map<string, Shape>();
  shapes.set(table, known);
  const name = keys.join();
  const found = known.get(name);
  if (found) return found;
  const all: Record<string, PgColumn> = getTableColumns(table);
  const columns = keys.map((key) => {
    const column = all[key];
    invariant(column, `a column ${key}`);
    const type = column.getSQLType();
    return { key, column, type: type === 'bytea' ? 'text::bytea' : type };
  });
  const names = columns.map(({ column }) => `"${column.name}"`).join(', ');
  const shape = { into: `insert into "${getTableConfig(table).name}" (${names})`, columns };
  known.set(name, shape);
  return shape;
}

/** Always text, so that a value and its absence are one prepared statement. */
function sent(column: PgColumn, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const driven = column.mapToDriverValue(value);
  return driven instanceof Uint8Array ? `\\x${Buffer.from(driven).toString('hex')}` : driven;
}

/** Rows of one table as an INSERT, to send alone or as a part of a larger statement. */
export function insertRows<T extends PgTable>(
  p: Params,
  table: T,
  rows: readonly [T['$inferInsert'], ...T['$inferInsert'][]],
): string {
  const { into, columns } = shapeOf(table, Object.keys(rows[0]));
  const values = rows.map((row: Record<string, unknown>) =>
    columns.map(({ key, column, type }) => p.add(sent(column, row[key]), type)).join(', '),
  );
  return `${into} values (${values.join('), (')})`;
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** Any number of rows as one INSERT of the same text, so that it is one prepared statement: a list of texts a column. */
export function insertMany<T extends PgTable>(
  p: Params,
  table: T,
  rows: readonly [T['$inferInsert'], ...T['$inferInsert'][]],
): string {
  const { into, columns } = shapeOf(table, Object.keys(rows[0]));
  const lists = columns.map(({ key, column }) =>
    p.add(
      rows.map((row: Record<string, unknown>) => asText(sent(column, row[key]))),
      'text[]',
    ),
  );
  const picked = columns.map(({ type }, i) => `u.c${i}::${type}`);
  const names = columns.map((_, i) => `c${i}`);
  return `${into} select ${picked.join(', ')} from unnest(${lists.join(', ')}) as u(${names.join(', ')})`;
}
