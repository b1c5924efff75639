import { listOrders } from '@/lib/orders/list-orders';
import { orderListInput } from '@/lib/orders/order-list-input';
import { orderRequestSchema } from '@/lib/orders/order-request';
import { parseOrderList } from '@/lib/orders/order-views';
import { placeOrder } from '@/lib/orders/place-order';
import { endpoint } from '@/lib/web/endpoint';

/** Places an order from outside. */
export const POST = endpoint({
  permission: 'order.place',
  input: orderRequestSchema.strict(),
  idempotent: true,
  run: (ctx, input) => placeOrder(ctx, input, 'api'),
  answer: ({ id, number, status, totalMinor }) => ({
    status: 201,
    body: { id, number, status, totalMinor },
    headers: { location: `/api/v1/orders/${id}` },
  }),
});

/** Orders newest first, found as the office finds them: the same views, search and filter. */
export const GET = endpoint({
  permission: 'order.read',
  input: orderListInput,
  run: (ctx, { limit, cursor, ...query }) =>
    listOrders(ctx, { query: parseOrderList({ view: 'all', ...query }), cursor: cursor ?? null, limit }),
  answer: ({ orders, older, newer, size }) => ({
    status: 200,
    body: { orders, older, newer, count: size.count, more: size.more, sums: size.sums },
  }),
});

export const PUT = endpoint({ methods: ['GET', 'POST'] });
export const PATCH = endpoint({ methods: ['GET', 'POST'] });
export const DELETE = endpoint({ methods: ['GET', 'POST'] });
