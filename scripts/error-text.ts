import { z } from 'zod';
import { DomainError, type Problem } from '@/lib/core/errors';

const KEY = /^[a-z][A-Za-z]*(\.[A-Za-z]+)+$/;

/** A command's failure in one line: messages of the app in English, input problems by the field they are about. */
export async function errorText(error: unknown): Promise<string> {
  if (!(error instanceof DomainError) && !(error instanceof z.ZodError)) {
    return error instanceof Error ? error.message : String(error);
  }
  const { translator } = await import('@/lib/i18n/translator');
  const translate = translator('en');
  const words = (text: string, params: Problem['params'] = {}) =>
    KEY.test(text) ? translate(text, params) : text;
  if (error instanceof DomainError) return words(error.key, error.details.params);
  return error.issues.map((issue) => `${issue.path.join('.')}: ${words(issue.message)}`).join('; ');
}
