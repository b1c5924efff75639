import type { Address } from '@/lib/core/address';
import { addressSchema } from '@/lib/core/address';
import type { CustomerId, Id, OrderId, OrderLineId, VariantId } from '@/lib/core/ids';
import type { PaymentMethod } from '@/lib/orders/order-state';
import type { Discount } from '@/lib/orders/price-order';
import type { save } from '../actions';

export type DraftLine = {
  id: OrderLineId;
  variantId: VariantId;
  title: string;
  sku: string;
  imageId: Id<'img'> | null;
  priceE4: number;
  quantity: number;
  discount: Discount | null;
};

/** What is being written. Amounts are never computed from it here: the store's quote answers with them. */
export type Draft = {
  customerId: CustomerId | null;
  name: string;
  email: string;
  phone: string;
  delivery: boolean;
  shipTo: Address;
  billing: boolean;
  billTo: Address;
  lines: DraftLine[];
  discount: Discount | null;
  discountReason: string;
  shippingMethodId: Id<'shm'> | null;
  paymentMethod: PaymentMethod;
  tags: string[];
};

export type EditorMethod = { id: Id<'shm'>; name: string; countries: string[] };

/** Everything the editor is opened with. */
export type EditorProps = {
  slug: string;
  currency: string;
  id: OrderId;
  /** Null until it was saved once. */
  version: number | null;
  draft: Draft;
  methods: EditorMethod[];
  payments: { value: PaymentMethod; label: string }[];
  countries: { value: string; label: string }[];
  mayPlace: boolean;
  mayDiscount: boolean;
  /** The store confirms by its rule what needs no money first. */
  automatic: boolean;
  notes: { id: string; body: string; by: string }[];
};

export type DraftInput = Parameters<typeof save>[1];
type Offered = DraftInput['paymentMethod'];
const OFFERED: readonly Offered[] = ['bank_transfer', 'cash_on_delivery', 'invoice', 'cash'];

/**
 * The draft as the verbs take it. One that is only saved may go without the address nobody has begun to write; one that
 * is placed may not.
 */
export function draftInputOf(
  id: OrderId,
  version: number | null,
  draft: Draft,
  goal: 'save' | 'place',
): DraftInput {
  const begun = draft.shipTo.line1.trim() !== '' || draft.shipTo.city.trim() !== '';
  const delivered = draft.delivery && (goal === 'place' || begun);
  return {
    id,
    version,
    customer: { id: draft.customerId, name: draft.name, email: draft.email.trim(), phone: draft.phone },
    shipTo: delivered ? { ...draft.shipTo, name: draft.shipTo.name.trim() || draft.name } : null,
    billTo: draft.billing ? { ...draft.billTo, name: draft.billTo.name.trim() || draft.name } : null,
    lines: draft.lines.map(({ id: line, variantId, quantity, discount }) => ({
      id: line,
      variantId,
      quantity,
      discount,
    })),
    discount: draft.discount,
    discountReason: draft.discountReason,
    shippingMethodId: delivered ? draft.shippingMethodId : null,
    paymentMethod: OFFERED.find((known) => known === draft.paymentMethod) ?? 'bank_transfer',
    tags: draft.tags,
  };
}

const ANYWHERE = { name: '-', line1: '-', city: '-' };

/** The same for a quote: what is half typed must not keep totals from being shown, and prices need only the country. */
export function quoteInputOf(id: OrderId, draft: Draft): DraftInput {
  const whole = addressSchema.safeParse(draft.shipTo).success;
  return {
    ...draftInputOf(id, null, draft, 'place'),
    customer: { id: draft.customerId, name: '', email: '', phone: '' },
    billTo: null,
    shipTo: draft.delivery ? { ...draft.shipTo, ...(whole ? {} : ANYWHERE) } : null,
  };
}
