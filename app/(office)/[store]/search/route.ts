import { getLocale, getTranslations } from 'next-intl/server';
import { moneyText } from '@/components/format/money-text';
import type { SearchAnswer } from '@/components/shell/shell-props';
import { fulfilmentBadge } from '@/components/status/status-meaning';
import { searchVariants } from '@/lib/catalog/search-variants';
import { type Ctx, read } from '@/lib/core/ctx';
import { searchCustomers } from '@/lib/customers/search-customers';
import { findOrders } from '@/lib/orders/find-orders';
import { storeRoute } from '@/lib/web/store-route';

const MOST = 5;
const MAX_CHARS = 200;

/** What the palette shows for a text: orders, people and products, in one snapshot. */
export const GET = storeRoute({
  permission: 'order.read',
  run: async (ctx, { request }): Promise<SearchAnswer> => {
    const text = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, MAX_CHARS);
    return { groups: text === '' ? [] : await find(ctx, text) };
  },
});

async function find(ctx: Ctx, text: string): Promise<SearchAnswer['groups']> {
  const [t, status, locale] = await Promise.all([
    getTranslations('orders'),
    getTranslations('status'),
    getLocale(),
  ]);
  const { orders, customers, variants } = await read(ctx, async (inner) => {
    const orders = await findOrders(inner, { text, limit: MOST });
    const { customers } = await searchCustomers(inner, { text, limit: MOST });
    const { variants } = await searchVariants(inner, { text, limit: MOST });
    return { orders, customers, variants };
  });
  const at = (place: string) => `/${ctx.store.slug}/${place}`;
  return [
    {
      label: t('title'),
      items: orders.map((order) => ({
        id: order.id,
        title: t('palette.order', { number: String(order.number), name: order.customerName || t('guest') }),
        subtitle: [
          moneyText(order.totalMinor, order.currency, locale),
          status(`fulfilment.${fulfilmentBadge(order.status, order.fulfilmentStatus)}`),
        ].join(' · '),
        href: at(`orders/${order.number}`),
        kind: 'order',
      })),
    },
    {
      label: t('palette.customers'),
      items: customers.map(({ customerId, name, company, orders: count }) => ({
        id: customerId,
        title: company ? t('lines.variant', { title: name, variant: company }) : name,
        subtitle: t('size.orders', { count }),
        href: at(`customers/${customerId}`),
        kind: 'customer',
      })),
    },
    {
      label: t('palette.products'),
      items: variants.map(({ variantId, productId, title, sku }) => ({
        id: variantId,
        title,
        subtitle: sku,
        href: at(`products/${productId}`),
        kind: 'product',
      })),
    },
  ];
}
