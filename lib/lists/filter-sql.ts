import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import type { Params } from '@/lib/core/params';
import { amountOf, type Condition, type Filter, isGroup, type Match } from './filter';

/** One condition as SQL. */
export type ConditionSql = (condition: Condition) => string;

/**
 * A filter as SQL. Only comparisons that are leakproof under row-level security may be written by `render`, so that
 * the planner may use them inside B-trees. `true` for an empty filter.
 */
export function filterSql(filter: Filter, render: ConditionSql): string {
  const parts = filter.items.map((item) =>
    isGroup(item) ? joined(item.match, item.conditions.map(render)) : render(item),
  );
  return parts.length === 0 ? 'true' : joined(filter.match, parts);
}

function joined(match: Match, parts: readonly string[]): string {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return `(${parts.join(match === 'any' ? ' or ' : ' and ')})`;
}

/** A column that holds one of some values, or none of them; an empty column is none of them. */
export function oneOfSql(column: string, { op, values }: Condition, p: Params, type: string): string {
  const list = p.add(values, `${type}[]`);
  return op === 'not' ? `(${column} = any(${list})) is not true` : `${column} = any(${list})`;
}

/** Whether something is so. */
export const flagSql = (fact: string, { op }: Condition) => (op === 'no' ? `(${fact}) is not true` : fact);

/** Rows elsewhere that must be there, or must not. */
export const existsSql = (rows: string, { op }: Condition) =>
  `${op === 'not' || op === 'no' ? 'not ' : ''}exists (${rows})`;

/** An amount in the currency it was given in. */
export function amountSql(column: string, currency: string, { op, values }: Condition, p: Params): string {
  const [first, last = first] = values.map(amountOf);
  if (!first || !last) return 'true';
  const same = `${currency} = ${p.add(first.currency, 'text')}`;
  const low = op !== 'atMost' ? ` and ${column} >= ${p.add(first.minor, 'bigint')}` : '';
  const high = op !== 'atLeast' ? ` and ${column} <= ${p.add(last.minor, 'bigint')}` : '';
  return `(${same}${low}${high})`;
}

/** A moment on calendar days of the store. `last` and `next` count today in. */
export function daySql(
  column: string,
  { op, values }: Condition,
  p: Params,
  { now, timeZone }: { now: Date; timeZone: string },
): string {
  const [first = '', last = first] = values;
  const from = (moment: Date) => `${column} >= ${p.add(moment.toISOString(), 'timestamptz')}`;
  const before = (moment: Date) => `${column} < ${p.add(moment.toISOString(), 'timestamptz')}`;
  const today = new TZDate(now, timeZone).setHours(0, 0, 0, 0);
  const away = (days: number) => new Date(addDays(new TZDate(today, timeZone), days).getTime());
  if (op === 'last') return from(away(1 - Number(first)));
  if (op === 'next') return `(${from(away(0))} and ${before(away(Number(first)))})`;
  if (op === 'since') return from(dayStart(first, timeZone));
  if (op === 'until') return before(dayStart(first, timeZone, 1));
  return `(${from(dayStart(first, timeZone))} and ${before(dayStart(last, timeZone, 1))})`;
}

/** When a calendar day of the zone begins, some days later. */
function dayStart(text: string, timeZone: string, later = 0): Date {
  const [year = 1970, month = 1, date = 1] = text.split('-').map(Number);
  return new Date(addDays(new TZDate(year, month - 1, date, timeZone), later).getTime());
}
