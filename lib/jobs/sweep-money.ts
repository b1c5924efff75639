import { paymentPort } from '@/lib/integrations/payments/providers';
import { sweepMoney } from '@/lib/orders/sweep-money';
import type { Job } from './job';

/** Asks providers about payments and refunds that never got an answer. */
export const sweepMoneyJob: Job = { name: 'sweep_money', run: (ctx) => sweepMoney(ctx, paymentPort) };
