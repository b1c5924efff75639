import { z } from 'zod';
import { parseId } from '@/lib/core/ids';
import { getOrderActions } from '@/lib/orders/read-action-facts';
import { endpoint } from '@/lib/web/endpoint';

/** What may be done with an order now, and why not. */
export const GET = endpoint({
  permission: 'order.read',
  input: z.object({}),
  run: (ctx, _, params) => getOrderActions(ctx, parseId('ord', params.order)),
});
