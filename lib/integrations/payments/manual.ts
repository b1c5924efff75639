import type { PaymentPort } from '@/lib/payments/payment-port';

/**
 * Money that moves outside: a transfer seen on the bank's page, cash at the door, a refund sent by hand.
 * What staff say has happened has happened, so every request is done at once under its own key.
 */
export const manualPayments: PaymentPort = {
  provider: 'manual',
  capture: async ({ key }) => ({ ok: true, ref: key }),
  refund: async ({ key }) => ({ ok: true, ref: key }),
  find: async (key) => ({ ok: true, ref: key }),
};
