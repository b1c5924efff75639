import { z } from 'zod';
import { getOrder } from '@/lib/orders/get-order';
import { orderForApi } from '@/lib/orders/order-for-api';
import { endpoint } from '@/lib/web/endpoint';

/** One order with its lines, parcels, payments and refunds. */
export const GET = endpoint({
  permission: 'order.read',
  input: z.object({}),
  run: (ctx, _, params) => getOrder(ctx, { key: params.order ?? '' }),
  answer: (order) => {
    const body = orderForApi(order);
    return { status: 200, body, headers: { etag: `"${body.version}"` } };
  },
});

export const POST = endpoint({ methods: ['GET'] });
export const PUT = endpoint({ methods: ['GET'] });
export const PATCH = endpoint({ methods: ['GET'] });
export const DELETE = endpoint({ methods: ['GET'] });
