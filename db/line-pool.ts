/** Something held open to be used by one at a time. */
export type Line = { readonly dead: boolean; close: () => Promise<void> };

type Waiting<L> = { resolve: (line: L) => void; reject: (reason: unknown) => void };
type Idle<L> = { line: L; sinceMs: number };

const IDLE_MS = 300_000;

/**
 * At most so many lines, each used by one at a time, the latest used first. A dead one is never given out again, and
 * whoever waits gets a new one in its place: so nothing has to be done when the other side was away for a while.
 */
export class LinePool<L extends Line> {
  private readonly idle: Idle<L>[] = [];
  private readonly waiting: Waiting<L>[] = [];
  private size = 0;
  private ended = false;

  constructor(
    private readonly open: () => Promise<L>,
    private readonly most: number,
  ) {}

  async take(): Promise<L> {
    for (let found = this.idle.pop(); found; found = this.idle.pop()) {
      if (!found.line.dead) return found.line;
      void this.drop(found.line);
    }
    if (this.ended) throw new Error('the pool has ended');
    if (this.size < this.most) return this.opened();
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  give(line: L): void {
    if (line.dead || this.ended) {
      void this.drop(line);
      this.replace();
      return;
    }
    const next = this.waiting.shift();
    if (next) next.resolve(line);
    else this.idle.push({ line, sinceMs: performance.now() });
    this.dropUnused();
  }

  /** Closes what is idle; what is in use closes when it is given back. */
  async end(): Promise<void> {
    this.ended = true;
    for (const { reject } of this.waiting.splice(0)) reject(new Error('the pool has ended'));
    await Promise.all(this.idle.splice(0).map(({ line }) => this.drop(line)));
  }

  private async opened(): Promise<L> {
    this.size += 1;
    try {
      return await this.open();
    } catch (error) {
      this.size -= 1;
      this.replace();
      throw error;
    }
  }

  private replace(): void {
    const next = this.size < this.most ? this.waiting.shift() : undefined;
    if (next) this.opened().then(next.resolve, next.reject);
  }

  private dropUnused(): void {
    const [oldest] = this.idle;
    if (!oldest || performance.now() - oldest.sinceMs < IDLE_MS) return;
    this.idle.shift();
    void this.drop(oldest.line);
  }

  private async drop(line: L): Promise<void> {
    this.size -= 1;
    await line.close();
  }
}
