import type { Embedded } from './embedded-postgres';

const EVERY_MS = 500;
const WINDOW_MS = 10 * 60_000;
const MOST = 5;

type Watch = {
  server: Embedded;
  /** Starts it again on the same port. */
  restart: () => Promise<Embedded>;
  say: (line: string) => void;
  giveUp: (reason: string) => void;
};

/** Looks after the embedded server: when it dies it is started again, up to five times in ten minutes. */
export function keepPostgres({ server, restart, say, giveUp }: Watch): { stop: () => void } {
  let current = server;
  let busy = false;
  let deaths: number[] = [];

  async function look(): Promise<void> {
    if (busy || current.isRunning()) return;
    busy = true;
    deaths = [...deaths.filter((at) => at > Date.now() - WINDOW_MS), Date.now()];
    if (deaths.length > MOST) return giveUp('the database keeps ending');
    say('the database ended unexpectedly: starting it again');
    const again = await restart();
    if (again.port !== current.port) return giveUp(`the database's port ${current.port} was taken meanwhile`);
    current = again;
    busy = false;
    say('the database is back');
  }

  const timer = setInterval(() => {
    look().catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)));
  }, EVERY_MS);
  return { stop: () => clearInterval(timer) };
}
