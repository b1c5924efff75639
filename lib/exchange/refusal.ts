import { ZodError } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { plainParams } from './discard-import';
import type { ImportFailure } from './import-report';

const KEY = /^[a-z][\w-]*(\.[\w-]+)+$/i;

/** What was wrong with a row, to be kept with it; null for what is no fault of the row's. */
export function refusalOf(error: unknown): ImportFailure | null {
  if (error instanceof DomainError) return { key: error.key, params: plainParams(error) };
  if (!(error instanceof ZodError)) return null;
  const message = error.issues[0]?.message ?? '';
  return { key: KEY.test(message) ? message : 'exchange.errors.row' };
}
