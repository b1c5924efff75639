import type { RuleName } from './document-figures';
import { foldHeader } from './fold-header';
import type { Treatment } from './import-state';
import { isOn, type SourceMapping } from './source-mapping';

/** What is known of a document before its rows are looked at one by one. */
export type DocumentSums = {
  document: string;
  amountE4: number;
  /** Every row has no price and a negative quantity. */
  whollyNegative: boolean;
  /** The file's own word for how far it is; '' where it has none. */
  status: string;
  /** It has no line at all. */
  headOnly: boolean;
  fingerprint: string;
  /** The fingerprint it had when another file brought it in, or '' when an order of another origin has its number. */
  knownAs: string | null;
};

/** How a document is treated, and by which rule when it becomes no order. */
export function judgeDocument(
  mapping: SourceMapping,
  sums: DocumentSums,
): { treatment: Treatment; rule: RuleName | '' } {
  if (sums.knownAs !== null) {
    return sums.knownAs === sums.fingerprint
      ? { treatment: 'known', rule: 'known' }
      : { treatment: 'known', rule: 'set_aside_changed' };
  }
  if (sums.headOnly) return { treatment: 'set_aside', rule: 'set_aside_empty' };
  if (!isDone(mapping, sums.status)) return { treatment: 'set_aside', rule: 'set_aside_status' };
  const number = sums.document.toUpperCase();
  const begins = (prefix: string) => prefix !== '' && number.startsWith(prefix.toUpperCase());
  if (isOn(mapping, 'bad_debt') && begins(mapping.badDebtPrefix)) {
    return { treatment: 'set_aside', rule: 'set_aside_debt' };
  }
  if (begins(mapping.cancellationPrefix)) return { treatment: 'cancellation', rule: '' };
  const nothing = sums.whollyNegative || sums.amountE4 === 0;
  if (nothing && isOn(mapping, 'stock_corrections'))
    return { treatment: 'set_aside', rule: 'set_aside_stock' };
  return { treatment: 'sale', rule: '' };
}

function isDone({ doneStatuses }: SourceMapping, status: string): boolean {
  const folded = foldHeader(status);
  return doneStatuses.length === 0 || doneStatuses.some((done) => foldHeader(done) === folded);
}
