import type { Match, Operator } from './filter'; // biome-ignore format: short
import {
  type Catalogue,
  type Condition,
  type Filter,
  type Group,
  isGroup,
  NO_FILTER,
  soundFilter,
} from './filter';

const MOST_CHARS = 4_000;
const SPECIAL = /[~.,;()]/g;
const OPERATORS: ReadonlySet<string> = new Set<Operator>([
  'is', 'not', 'atLeast', 'atMost', 'between', 'since', 'until', 'last', 'next', 'yes', 'no',
]); // biome-ignore format: a list
const isOperator = (text: string): text is Operator => OPERATORS.has(text);

/**
 * A filter as an address says it: `payment.is.paid,unpaid;(any:country.is.GB;late.yes)`. A group stands in
 * parentheses; `any:` before conditions means one of them is enough. `~` keeps the next character as it is.
 */
export function filterText(filter: Filter): string {
  const body = filter.items.map((item) => (isGroup(item) ? `(${groupText(item)})` : conditionText(item)));
  return body.length === 0 ? '' : prefix(filter.match, body.length) + body.join(';');
}

const prefix = (match: Match, items: number) => (match === 'any' && items > 1 ? 'any:' : '');
const groupText = ({ match, conditions }: Group) =>
  prefix(match, conditions.length) + conditions.map(conditionText).join(';');

function conditionText({ field, op, values }: Condition): string {
  const said = values.map((value) => value.replace(SPECIAL, (sign) => `~${sign}`)).join(',');
  return values.length > 0 ? `${field}.${op}.${said}` : `${field}.${op}`;
}

/** Reads what was written; what it can not mean is left out. */
export function parseFilter(catalogue: Catalogue, text: string): Filter {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MOST_CHARS) return NO_FILTER;
  const { match, rest } = matchOf(trimmed);
  const items = split(rest, ';').map((part) =>
    part.startsWith('(') && part.endsWith(')') ? groupOf(part.slice(1, -1)) : conditionOf(part),
  );
  return soundFilter(catalogue, { match, items: items.filter((item) => item !== null) });
}

function matchOf(text: string): { match: Match; rest: string } {
  return text.startsWith('any:') ? { match: 'any', rest: text.slice(4) } : { match: 'all', rest: text };
}

function groupOf(text: string): Group {
  const { match, rest } = matchOf(text);
  return { match, conditions: split(rest, ';').flatMap((part) => conditionOf(part) ?? []) };
}

function conditionOf(text: string): Condition | null {
  const [field = '', op = '', ...more] = split(text, '.');
  if (!isOperator(op)) return null;
  const values = split(more.join('.'), ',').map((value) => value.replace(/~(.)/g, '$1'));
  return { field, op, values: values.filter(Boolean) };
}

/** Splits at a sign outside of parentheses and not behind `~`. */
function split(text: string, at: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (sign === '~') {
      part += sign + text.charAt(++i);
      continue;
    }
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign === at && depth === 0) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return part === '' && parts.length === 0 ? [] : [...parts, part];
}
