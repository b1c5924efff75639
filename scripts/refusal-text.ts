import { z } from 'zod';
import { DomainError } from '@/lib/core/errors';
import { translator } from '@/lib/i18n/translator';
import { problemsOf } from '@/lib/web/problems';

/** A refusal as lines for a terminal, in English: one for each thing wrong. Anything else is thrown on. */
export function refusalText(error: unknown): string {
  const say = translator('en');
  if (error instanceof z.ZodError) {
    return problemsOf(error)
      .map(({ pointer, key, params }) => `${pointer.slice(1)}: ${say(key, params)}`)
      .join('\n');
  }
  if (error instanceof DomainError) return say(error.key, error.details.params);
  throw error;
}
