import type { z } from 'zod';
import type { Problem } from '@/lib/core/errors';
import { unstorableTexts } from './unstorable-texts';

type Issue = z.core.$ZodIssue;

const OWN_KEY = /^[a-z][A-Za-z]*(\.[A-Za-z][A-Za-z0-9]*)+$/;
const FORMATS: Record<string, string> = {
  email: 'email',
  url: 'url',
  date: 'date',
  datetime: 'datetime',
  uuid: 'id',
  regex: 'format',
};

/** A path as JSON pointer (RFC 6901): `['lines', 0, 'quantity']` is `/lines/0/quantity`. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Parses what came from outside, once: the value, or everything wrong with it. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
): { ok: true; value: z.output<S> } | { ok: false; problems: Problem[] } {
  const parsed = schema.safeParse(value, { reportInput: true });
  const wrong = parsed.success ? [] : problemsOf(parsed.error);
  const known = new Set(wrong.map(({ pointer }) => pointer));
  const unstorable = unstorableTexts(value)
    .map((path) => problem(pointerOf(path), 'web.problems.characters'))
    .filter(({ pointer }) => !known.has(pointer));
  return parsed.success && unstorable.length === 0
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: [...wrong, ...unstorable] };
}

/** Everything wrong with an input, at once, as message keys. A schema's own `error` may be a key of any area. */
export function problemsOf(error: { issues: readonly Issue[] }): Problem[] {
  return error.issues.flatMap((issue) => fromIssue(issue));
}

function fromIssue(issue: Issue): Problem[] {
  const pointer = pointerOf(issue.path);
  if (OWN_KEY.test(issue.message)) return [problem(pointer, issue.message, paramsOf(issue))];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problem(pointerOf([...issue.path, key]), 'web.problems.unknownField'));
  }
  if (issue.code === 'invalid_union') {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
    const inner = closest.flatMap((one) => fromIssue({ ...one, path: [...issue.path, ...one.path] }));
    return inner.length > 0 ? inner : [problem(pointer, 'web.problems.wrong')];
  }
  return [problem(pointer, keyOf(issue), paramsOf(issue))];
}

const ABSENT: readonly unknown[] = [undefined, null, '', Number.NaN];

function keyOf(issue: Issue): string {
  const absent = ABSENT.includes(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return absent ? 'web.problems.missing' : `web.problems.${TYPES[issue.expected] ?? 'wrong'}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) <= 1
        ? 'web.problems.missing'
        : `web.problems.min${SIZES[issue.origin] ?? 'Number'}`;
    case 'too_big':
      return `web.problems.max${SIZES[issue.origin] ?? 'Number'}`;
    case 'invalid_format':
      return absent ? 'web.problems.missing' : `web.problems.${FORMATS[issue.format] ?? 'format'}`;
    case 'invalid_value':
      return absent ? 'web.problems.missing' : 'web.problems.choice';
    case 'not_multiple_of':
      return 'web.problems.step';
    default:
      return 'web.problems.wrong';
  }
}

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  boolean: 'yesNo',
  array: 'list',
  object: 'object',
  date: 'date',
};
const SIZES: Record<string, string> = { string: 'Length', array: 'Items', set: 'Items' };

function paramsOf(issue: Issue): Problem['params'] {
  switch (issue.code) {
    case 'too_small':
      return { limit: Number(issue.minimum) };
    case 'too_big':
      return { limit: Number(issue.maximum) };
    case 'not_multiple_of':
      return { step: Number(issue.divisor) };
    case 'invalid_value':
      return { choices: issue.values.map(String).join(', ') };
    case 'custom':
      return plainParams(issue.params);
    default:
      return undefined;
  }
}

function plainParams(params: Record<string, unknown> | undefined): Problem['params'] {
  const plain = Object.entries(params ?? {}).filter(
    (entry): entry is [string, string | number] =>
      typeof entry[1] === 'string' || typeof entry[1] === 'number',
  );
  return plain.length > 0 ? Object.fromEntries(plain) : undefined;
}

function problem(pointer: string, key: string, params?: Problem['params']): Problem {
  return params ? { pointer, key, params } : { pointer, key };
}
