import { completeDueOrders } from '@/lib/orders/complete-order';
import type { Job } from './job';

/** Completes delivered orders whose window has passed. */
export const completeOrders: Job = { name: 'complete_orders', run: (ctx) => completeDueOrders(ctx) };
