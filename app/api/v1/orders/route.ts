import { orderRequestSchema } from '@/lib/orders/order-request';
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

export const GET = endpoint({ methods: ['POST'] });
export const PUT = endpoint({ methods: ['POST'] });
export const PATCH = endpoint({ methods: ['POST'] });
export const DELETE = endpoint({ methods: ['POST'] });
