import type { ErrorCode } from '@/lib/core/errors';

/** Why a request was not done: the domain's own codes, and what only the edge can know. */
export type FailureCode = ErrorCode | 'SIGNED_OUT' | 'UNAVAILABLE' | 'BUG';

/** One thing wrong with what was typed, in the reader's language. */
export type FieldProblem = { pointer: string; key: string; message: string };

export type ActionFailure = {
  ok: false;
  code: FailureCode;
  /** One sentence for the reader, in their language. */
  message: string;
  problems: FieldProblem[];
  requestId: string;
};
export type ActionSuccess<T> = { ok: true; data: T };
/** What every server action answers. It never throws. */
export type ActionResult<T> = ActionSuccess<T> | ActionFailure;

/** The first message per field, by pointer without its slash: `fields['lines/0/quantity']`. */
export function fieldMessages(result: ActionResult<unknown> | null | undefined): Record<string, string> {
  const fields: Record<string, string> = {};
  if (!result || result.ok) return fields;
  for (const { pointer, message } of result.problems) fields[pointer.slice(1)] ??= message;
  return fields;
}
