import type { searchVariants } from '@/lib/catalog/search-variants';
import type { searchCustomers } from '@/lib/customers/search-customers';
import type { EditorQuote } from '@/lib/orders/quote-for-editor';
import type { ActionResult } from '@/lib/web/action-result';
import type { DraftInput } from './draft';

type Answer<Q extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Q>>;

/** Asks one of the editor's questions. It throws when it is given up, or nobody answers. */
async function ask<T>(
  slug: string,
  question: 'quote' | 'variants' | 'customers',
  input: unknown,
  signal?: AbortSignal,
): Promise<ActionResult<T>> {
  const answer = await fetch(`/${slug}/orders/ask/${question}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    ...(signal && { signal }),
  });
  return answer.json();
}

export const askQuote = (slug: string, input: DraftInput, signal: AbortSignal) =>
  ask<EditorQuote>(slug, 'quote', input, signal);

export const findVariants = (slug: string, text: string) =>
  ask<Answer<typeof searchVariants>>(slug, 'variants', { text });

export const findCustomers = (slug: string, text: string, signal: AbortSignal) =>
  ask<Answer<typeof searchCustomers>>(slug, 'customers', { text }, signal);
