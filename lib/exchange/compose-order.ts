import type { ImportedOrder } from '@/lib/orders/import-orders';
import { countryOfName } from './country-of-name';
import { type DocumentFigures, note } from './document-figures';
import type { OrderDraft } from './draft-order';
import { documentIds } from './import-ids';
import type { ImportRef } from './import-ref';
import type { FileDocument } from './load-batch';
import type { SourceMapping } from './source-mapping';

/** What a batch looked up beforehand: customers by external id, variants by SKU key (UUIDs), and how to call somebody. */
export type Lookups = {
  mapping: SourceMapping;
  customers: Map<string, string>;
  variants: Map<string, string>;
  nameOf: (externalId: string) => string;
};

export type DocumentIds = ReturnType<typeof documentIds>;

/** The ids of what a document becomes, the same in every run. `scope` is the store's UUID. */
export const idsOf = (scope: string, ref: ImportRef, document: FileDocument): DocumentIds =>
  documentIds(`${scope}|${ref.source}`, document.document, document.at);

/** A draft as the completed order it becomes: its number, customer, ids. */
export function composeOrder(
  ref: ImportRef,
  document: FileDocument,
  draft: OrderDraft,
  lookups: Lookups,
  ids: DocumentIds,
  figures: DocumentFigures,
): ImportedOrder {
  const { customerRef, country } = document;
  const shipCountry = countryOfName(lookups.mapping, country);
  if (shipCountry === null) note(figures, 'unknown_country');
  if (customerRef === '') note(figures, 'no_customer');
  const { lines, charges, ...amounts } = draft;
  return {
    ...amounts,
    id: ids('order'),
    number: (ref.firstNumber ?? 0) + document.position,
    externalId: document.document,
    customerId: lookups.customers.get(customerRef) ?? null,
    customerRef,
    customerName: customerRef === '' ? null : lookups.nameOf(customerRef),
    shipCountry,
    placedAt: document.at,
    ...momentsOf(document),
    lines: lines.map(({ skuKey, ...line }, i) => ({
      ...line,
      id: ids('line', i),
      variantId: lookups.variants.get(skuKey) ?? null,
    })),
    charges: charges.map((charge, i) => ({ ...charge, id: ids('charge', i) })),
  };
}

/** What its first row says of the whole order. */
function momentsOf({ rows }: FileDocument) {
  const facts = rows[0]?.facts;
  if (!facts) return {};
  const at = (text: string | undefined) => (text === undefined ? null : new Date(text));
  const { confirmedAt, shippedAt, deliveredAt, promisedAt, payments = [] } = facts;
  const [largest] = [...payments].sort((a, b) => b.amountE4 - a.amountE4);
  return {
    confirmedAt: at(confirmedAt),
    shippedAt: at(shippedAt),
    deliveredAt: at(deliveredAt),
    promisedAt: at(promisedAt),
    ...(largest && { paymentMethod: largest.method }),
  };
}
