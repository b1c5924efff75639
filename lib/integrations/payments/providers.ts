import { invariant } from '@/lib/core/errors';
import type { PaymentPort } from '@/lib/payments/payment-port';
import { manualPayments } from './manual';

const ports: Record<string, PaymentPort> = { manual: manualPayments };

/** The adapter of a provider by its name, as payments rows keep it. */
export function paymentPort(provider: string): PaymentPort {
  const port = ports[provider];
  invariant(port, `a payment adapter for ${provider}`);
  return port;
}
