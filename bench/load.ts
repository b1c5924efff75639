import { setTimeout as sleep } from 'node:timers/promises';

export type Measured = {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
  done: number;
  errors: number;
  firstError?: string;
};

export type Load = { clients: number; warmUpMs: number; measureMs: number };

/** Code runs optimised after some thousand calls only: as many, or as long as a busy machine may take for them. */
const WARM_CALLS = 8_000;
const WARM_MS = 40_000;

/** Before anything is measured: the same work, as it will be asked for. */
export async function warmUp(clients: number, work: (client: number) => Promise<void>): Promise<void> {
  const until = performance.now() + WARM_MS;
  let left = WARM_CALLS;
  const client = async (id: number) => {
    while (left > 0 && performance.now() < until) {
      left -= 1;
      await work(id);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, id) => client(id)));
}

/** So many clients, each asking again as soon as it has its answer, for a bounded time. */
export async function runLoad(
  { clients, warmUpMs, measureMs }: Load,
  work: (client: number) => Promise<void>,
): Promise<Measured> {
  const took: number[] = [];
  const failures: unknown[] = [];
  let measuring = false;
  let running = true;
  const client = async (id: number) => {
    while (running) {
      const from = performance.now();
      let failure: unknown;
      try {
        await work(id);
      } catch (error) {
        failure = error ?? new Error('failed');
      }
      if (!measuring) continue;
      if (failure === undefined) took.push(performance.now() - from);
      else failures.push(failure);
    }
  };
  const all = Array.from({ length: clients }, (_, id) => client(id));
  await sleep(warmUpMs);
  measuring = true;
  const from = performance.now();
  await sleep(measureMs);
  measuring = false;
  const seconds = (performance.now() - from) / 1000;
  running = false;
  await Promise.all(all);
  return measured(took, failures, seconds);
}

/** What a list of times comes to. */
export function measured(took: number[], failures: readonly unknown[], seconds: number): Measured {
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    perSecond: sorted.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    done: sorted.length,
    errors: failures.length,
    ...(failures.length > 0 && { firstError: String(failures[0]) }),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The run in the middle by throughput, with the errors of all. */
export function medianRun(runs: readonly Measured[]): Measured {
  const sorted = [...runs].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('nothing was measured');
  const firstError = runs.find((run) => run.firstError)?.firstError;
  const errors = runs.reduce((sum, run) => sum + run.errors, 0);
  return { ...middle, errors, ...(firstError && { firstError }) };
}
