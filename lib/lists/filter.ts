/** What a condition compares, which decides its operators and its values. */
export type FieldKind = 'choice' | 'record' | 'code' | 'word' | 'amount' | 'day' | 'flag';

export type Operator =
  | 'is' | 'not' | 'atLeast' | 'atMost' | 'between' | 'since' | 'until' | 'last' | 'next' | 'yes' | 'no'; // biome-ignore format: a list

export type Field = {
  key: string;
  kind: FieldKind;
  operators: readonly Operator[];
  /** Whether a value means anything for this field. */
  accepts: (value: string) => boolean;
  /** What may be chosen, where that is a fixed list. */
  options?: readonly string[];
};
export type Catalogue = readonly Field[];

export type Condition = { field: string; op: Operator; values: string[] };
export type Match = 'all' | 'any';
/** A group within the filter: groups hold conditions only, so that a person can still read it. */
export type Group = { match: Match; conditions: Condition[] };
export type Filter = { match: Match; items: (Condition | Group)[] };

export const NO_FILTER: Filter = { match: 'all', items: [] };

export const MOST_CONDITIONS = 20;
const MOST_VALUES = 30;
const MOST_VALUE_CHARS = 100;

export const isGroup = (item: Condition | Group): item is Group => 'conditions' in item;

/** Every condition, those within groups too. */
export const conditionsOf = (filter: Filter): Condition[] =>
  filter.items.flatMap((item) => (isGroup(item) ? item.conditions : [item]));

const DAY = /^(19|2\d)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const AMOUNT = /^[A-Z]{3}:-?\d{1,15}$/;
const MOST_DAYS = 3650;

const isDay = (value: string) => DAY.test(value);
/** Control characters mean nothing in a tag or SKU, and the database stores no NUL. */
const isText = (value: string) => value !== '' && value.length <= MOST_VALUE_CHARS && !/\p{Cc}/u.test(value);

export function choice<K extends string>(key: K, options: readonly string[]) {
  return { key, kind: 'choice', operators: ['is', 'not'], accepts: (v) => options.includes(v), options } satisfies Field; // biome-ignore format: short
}
export function record<K extends string>(key: K, accepts: Field['accepts']) {
  return { key, kind: 'record', operators: ['is', 'not'], accepts } satisfies Field;
}
/** A short code out of a long list: a country, a currency. */
export function code<K extends string>(key: K, pattern: RegExp) {
  return { key, kind: 'code', operators: ['is', 'not'], accepts: (v) => pattern.test(v) } satisfies Field;
}
export function word<K extends string>(key: K) {
  return { key, kind: 'word', operators: ['is', 'not'], accepts: isText } satisfies Field;
}
/** Minor units with their currency, `GBP:1000`: an amount without one compares nothing. */
export function amount<K extends string>(key: K) {
  return { key, kind: 'amount', operators: ['atLeast', 'atMost', 'between'], accepts: (v) => AMOUNT.test(v) } satisfies Field; // biome-ignore format: short
}
export function day<K extends string>(key: K, relative: 'last' | 'next') {
  return {
    key,
    kind: 'day',
    operators: [relative, 'since', 'until', 'between'],
    accepts: isDay,
  } satisfies Field;
}
export function flag<K extends string>(key: K) {
  return { key, kind: 'flag', operators: ['yes', 'no'], accepts: () => false } satisfies Field;
}

/** The condition as it can be meant, or null: unknown fields and values are left out rather than refused. */
export function soundCondition(catalogue: Catalogue, condition: Condition): Condition | null {
  const field = catalogue.find(({ key }) => key === condition.field);
  const { op } = condition;
  if (!field?.operators.includes(op)) return null;
  if (op === 'yes' || op === 'no') return { field: field.key, op, values: [] };
  if (op === 'last' || op === 'next') {
    const days = Number(condition.values[0]);
    const sound = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
    return sound ? { field: field.key, op, values: [String(days)] } : null;
  }
  const values = [...new Set(condition.values.map((value) => value.trim()).filter(field.accepts))];
  if (op === 'between') return between(field, values);
  const kept = op === 'is' || op === 'not' ? values.slice(0, MOST_VALUES) : values.slice(0, 1);
  return kept.length > 0 ? { field: field.key, op, values: kept } : null;
}

function between(field: Field, values: string[]): Condition | null {
  const [a, b = a] = values;
  if (a === undefined || b === undefined) return null;
  const size = (value: string) => (field.kind === 'amount' ? amountOf(value).minor : Date.parse(value));
  const sorted = size(a) <= size(b) ? [a, b] : [b, a];
  return { field: field.key, op: 'between', values: sorted };
}

/** The parts of an amount's value. */
export function amountOf(value: string): { currency: string; minor: number } {
  const [currency = '', minor = ''] = value.split(':');
  return { currency, minor: Number(minor) };
}

/** The filter with only what can be meant, and not more of it than a page should cost. */
export function soundFilter(catalogue: Catalogue, filter: Filter): Filter {
  let room = MOST_CONDITIONS;
  const keep = (condition: Condition) => {
    const sound = room > 0 ? soundCondition(catalogue, condition) : null;
    if (sound) room--;
    return sound ? [sound] : [];
  };
  const items = filter.items.flatMap((item): Filter['items'] => {
    if (!isGroup(item)) return keep(item);
    const conditions = item.conditions.flatMap(keep);
    const [only] = conditions;
    if (conditions.length === 1 && only) return [only];
    return conditions.length > 0 ? [{ match: item.match, conditions }] : [];
  });
  return { match: filter.match === 'any' ? 'any' : 'all', items };
}
