import { migrationState } from '@/db/migration-state';
import { outside } from '@/lib/core/ctx';
import { log } from '@/lib/core/log';

const PATIENCE_MS = 3000;

/** `ready` serves; `degraded` serves, but somebody should look; `unready` should get no traffic. */
export type Health = {
  status: 'ready' | 'degraded' | 'unready';
  problems: { code: string; message: string }[];
};

async function look(): Promise<Health> {
  const { pending, overdue } = await outside(async ({ raw }) => {
    const state = await migrationState((statement) => raw(statement));
    // The function comes with the migrations: without it, health must still be able to say that they are missing.
    const [row] = state.pending > 0 ? [] : await raw('select waybill_overdue_jobs() as overdue');
    return { pending: state.pending, overdue: Number(row?.overdue ?? 0) };
  });
  if (pending > 0) {
    const message = `the database lacks ${pending} migrations: run npm run db:migrate`;
    return { status: 'unready', problems: [{ code: 'migrations.pending', message }] };
  }
  if (overdue > 0) {
    const message = `${overdue} jobs are more than two minutes late: is a worker running?`;
    return { status: 'degraded', problems: [{ code: 'worker.stalled', message }] };
  }
  return { status: 'ready', problems: [] };
}

const unreachable = (): Health => ({
  status: 'unready',
  problems: [{ code: 'database.unreachable', message: 'the database does not answer' }],
});

async function lookInTime(): Promise<Health> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Health>((resolve) => {
    timer = setTimeout(() => resolve(unreachable()), PATIENCE_MS);
  });
  const looked = look().catch((error: unknown) => {
    log().warn({ err: error }, 'health: the database does not answer');
    return unreachable();
  });
  try {
    return await Promise.race([looked, late]);
  } finally {
    clearTimeout(timer);
  }
}

let looking: Promise<Health> | undefined;

/** What is wrong with this server, if anything. Callers at the same moment share one look. */
export function health(): Promise<Health> {
  looking ??= lookInTime().finally(() => {
    looking = undefined;
  });
  return looking;
}
