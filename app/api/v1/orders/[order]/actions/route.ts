import { z } from 'zod';
import { getOrderActions } from '@/lib/orders/read-action-facts';
import { endpoint } from '@/lib/web/endpoint';

/** What may be done with an order now, and why not. */
export const GET = endpoint({
  permission: 'order.read',
  input: z.object({}),
  run: (ctx, _, params) => getOrderActions(ctx, params.order ?? ''),
});

export const POST = endpoint({ methods: ['GET'] });
export const PUT = endpoint({ methods: ['GET'] });
export const PATCH = endpoint({ methods: ['GET'] });
export const DELETE = endpoint({ methods: ['GET'] });
