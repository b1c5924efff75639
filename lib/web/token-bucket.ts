/** A bucket holds `capacity` tokens and gets `perSecond` new ones; a request takes one. */
export type BucketRule = { capacity: number; perSecond: number };
export type Taken = { allowed: boolean; remaining: number; retryAfterSeconds: number };

const MOST_BUCKETS = 10_000;

/** Counted in this process: with several, each allows its own share. */
export class TokenBuckets {
  private readonly buckets = new Map<string, { tokens: number; at: number }>();

  constructor(private readonly rule: BucketRule) {}

  take(key: string, nowMs: number, cost = 1): Taken {
    const { capacity, perSecond } = this.rule;
    const known = this.buckets.get(key);
    const gained = known ? (Math.max(0, nowMs - known.at) / 1000) * perSecond : 0;
    const tokens = known ? Math.min(capacity, known.tokens + gained) : capacity;
    const allowed = tokens >= cost;
    const left = allowed ? tokens - cost : tokens;
    if (!known) this.makeRoom();
    this.buckets.set(key, { tokens: left, at: nowMs });
    const retryAfterSeconds = allowed ? 0 : Math.max(1, Math.ceil((cost - left) / perSecond));
    return { allowed, remaining: Math.floor(left), retryAfterSeconds };
  }

  // The oldest key leaves: a Map keeps the order in which keys came.
  private makeRoom(): void {
    if (this.buckets.size < MOST_BUCKETS) return;
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
