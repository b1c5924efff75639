import type { PaymentPort, ProviderAnswer } from '@/lib/payments/payment-port';

/** How a provider behaves when it is asked next; `dies` are our process ending before or after it did the work. */
export const MOODS = ['willing', 'refusing', 'dies before', 'dies after'] as const;
export type Mood = (typeof MOODS)[number];

export class ProcessDied extends Error {}

/** A payment company with books of its own: a key asked twice is one act, and what it did can be compared with ours. */
export class FlakyProvider {
  mood: Mood = 'willing';
  readonly captures = new Map<string, { answer: ProviderAnswer; amountMinor: number }>();
  readonly refunds = new Map<string, { answer: ProviderAnswer; amountMinor: number }>();

  readonly port: PaymentPort = {
    provider: 'manual',
    capture: (request) => this.#act(this.captures, request),
    refund: (request) => this.#act(this.refunds, request),
    find: async (key) => this.captures.get(key)?.answer ?? null,
  };
  readonly portOf = () => this.port;

  async #act(
    books: Map<string, { answer: ProviderAnswer; amountMinor: number }>,
    { key, amountMinor }: { key: string; amountMinor: number },
  ): Promise<ProviderAnswer> {
    if (this.mood === 'dies before') throw new ProcessDied();
    const refused: ProviderAnswer = { ok: false, reason: 'declined', retryable: false };
    const answer =
      books.get(key)?.answer ?? (this.mood === 'refusing' ? refused : { ok: true, ref: `at ${key}` });
    books.set(key, { answer, amountMinor });
    if (this.mood === 'dies after') throw new ProcessDied();
    return answer;
  }
}
