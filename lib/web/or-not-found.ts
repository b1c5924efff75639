import { notFound } from 'next/navigation';
import { DomainError } from '@/lib/core/errors';

/** What a page shows one record of: an unknown, malformed or foreign id is the not-found page. */
export async function orNotFound<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
