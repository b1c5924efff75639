import { getLocale, getTranslations } from 'next-intl/server';
import { emptyAddress } from '@/components/orders/empty-address';
import { may } from '@/lib/access/allow';
import { variantFacts } from '@/lib/catalog/search-variants';
import { type Ctx, read } from '@/lib/core/ctx';
import { isId, newId, type OrderId } from '@/lib/core/ids';
import { customerForOrder } from '@/lib/customers/customer-for-order';
import { confirmsByItself } from '@/lib/orders/confirms-by-itself';
import { OFFERED_METHODS } from '@/lib/orders/order-state';
import { orderTimeline } from '@/lib/orders/order-timeline';
import { readDraft } from '@/lib/orders/read-draft';
import { getStoreBySlug } from '@/lib/stores/get-store-by-slug';
import { listShippingMethods } from '@/lib/stores/list-shipping-methods';
import { countryOptions } from '../[order]/make-desk';
import type { Draft, DraftLine, EditorProps } from './draft';

/** What every draft's editor needs beside the draft. */
async function surroundings(ctx: Ctx) {
  const [t, locale, automatic, methods] = await Promise.all([
    getTranslations('orders'),
    getLocale(),
    confirmsByItself(ctx),
    listShippingMethods(ctx, { activeOnly: true }),
  ]);
  return {
    slug: ctx.store.slug,
    currency: ctx.store.currency,
    methods: methods.map(({ methodId, name, countries }) => ({ id: methodId, name, countries })),
    payments: OFFERED_METHODS.map((value) => ({ value, label: t(`methods.${value}`) })),
    countries: countryOptions(locale),
    mayPlace: may(ctx, 'order.place'),
    mayDiscount: may(ctx, 'order.discount'),
    automatic,
  };
}

const homeCountry = async (ctx: Ctx) => (await getStoreBySlug(ctx.store.slug))?.country ?? 'GB';

/** A new draft, for a customer when their page asked for it. */
export async function newEditor(ctx: Ctx, customer: string | null): Promise<EditorProps> {
  const [around, country] = await Promise.all([surroundings(ctx), homeCountry(ctx)]);
  const known =
    isId('cus', customer) && may(ctx, 'customer.contact') ? await customerForOrder(ctx, customer) : null;
  const draft: Draft = {
    customerId: known?.customerId ?? null,
    name: known?.name ?? '',
    email: known?.email ?? '',
    phone: known?.phone ?? '',
    delivery: true,
    shipTo: known?.addresses[0] ?? emptyAddress(known?.country ?? country, known?.name ?? ''),
    billing: false,
    billTo: emptyAddress(country),
    lines: [],
    discount: null,
    discountReason: '',
    shippingMethodId: around.methods[0]?.id ?? null,
    paymentMethod: 'bank_transfer',
    tags: [],
  };
  return { ...around, id: newId('ord'), version: null, draft, notes: [] };
}

/** A stored draft as it was left. */
export async function openEditor(ctx: Ctx, orderId: OrderId): Promise<EditorProps> {
  const country = await homeCountry(ctx);
  const { stored, facts, notes } = await read(ctx, async (inner) => {
    const stored = await readDraft(inner, orderId);
    const ids = stored.lines.flatMap(({ variantId }) => (variantId ? [variantId] : []));
    const [facts, notes] = await Promise.all([
      variantFacts(inner, ids),
      orderTimeline(inner, { orderId, only: 'notes' }),
    ]);
    return { stored, facts, notes };
  });
  const { customer } = stored;
  const draft: Draft = {
    customerId: customer.id,
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    delivery: stored.shipTo !== null,
    shipTo: stored.shipTo ?? emptyAddress(country, customer.name),
    billing: stored.billTo !== null,
    billTo: stored.billTo ?? emptyAddress(country),
    lines: stored.lines.flatMap((line): DraftLine[] => {
      const variant = line.variantId && facts.get(line.variantId);
      if (!variant) return [];
      const { variantId, title, sku, imageId, priceE4 } = variant;
      return [
        {
          id: line.id,
          variantId,
          title,
          sku,
          imageId,
          priceE4,
          quantity: line.quantity,
          discount: line.discount,
        },
      ];
    }),
    discount: stored.discount,
    discountReason: stored.discountReason,
    shippingMethodId: stored.shippingMethodId,
    paymentMethod: stored.paymentMethod,
    tags: stored.tags,
  };
  return {
    ...(await surroundings(ctx)),
    id: orderId,
    version: stored.version,
    draft,
    notes: notes.entries.map(({ id, note, by }) => ({ id, body: note ?? '', by: by ?? '' })),
  };
}
