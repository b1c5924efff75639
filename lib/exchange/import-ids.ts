import { createHash } from 'node:crypto';
import { invariant } from '@/lib/core/errors';

const KIND = ['order', 'line', 'charge', 'payment', 'movement', 'refund', 'hold', 'credit'] as const;
type Kind = (typeof KIND)[number];

const INDEX_LIMIT = 2 ** 20;

/**
 * Ids of what a document becomes: UUIDv7 of the document's own time, the same whenever they are made. Rows of the past
 * so get keys of the past, one after the other, and a document applied twice meets its own keys.
 */
export function documentIds(
  scope: string,
  document: string,
  at: Date,
): (kind: Kind, index?: number) => string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const tails = new Map<Kind, string>();
  return (kind, index = 0) => {
    invariant(index < INDEX_LIMIT && time.length === 12, 'an index and a time that fit an id');
    let tail = tails.get(kind);
    if (tail === undefined) {
      tail = createHash('sha256').update(`${scope}|${kind}|${document}`).digest('hex').slice(0, 14);
      tails.set(kind, tail);
    }
    // The index stands first, so that lines of one document sort in their order.
    const place = index.toString(16).padStart(5, '0');
    const head = `${time.slice(0, 8)}-${time.slice(8)}-7${place.slice(0, 3)}`;
    return `${head}-8${tail[0]}${place.slice(3)}-${tail.slice(1, 13)}`;
  };
}
