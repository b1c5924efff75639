import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { PgDatabase as Database, PgDialect } from 'drizzle-orm/pg-core';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import postgres, { type ReservedSql } from 'postgres';
import { env } from '@/lib/core/env';
import { safe } from '@/lib/core/money';
import { arrayTypes } from './array-types';
import { type Line, LinePool } from './line-pool';
import { appUrl } from './urls';
import { openWire } from './wire';

/** What a transaction works with: Drizzle's builder, and raw statements (prepared, so that they pipeline). */
export type Tx = PgDatabase<PgQueryResultHKT, Record<string, never>>;
export type Row = Record<string, unknown>;
/** One prepared statement. `T` is what its select list returns: the caller's word for it, kept beside the SQL. */
export type Raw = <T extends object = Row>(text: string, params?: readonly unknown[]) => Promise<T[]>;
export type Connection = {
  tx: Tx;
  raw: Raw;
  /** Sends statements without parameters in one message, without preparing them. */
  simple: (text: string) => Promise<{ command: string }>;
  /**
   * Ends the transaction. Work of it that nobody waits for any more may go on: what it sends later is refused, else it
   * would land outside, or in the next transaction of this connection.
   */
  end: (how: 'commit' | 'rollback') => Promise<{ command: string }>;
  /**
   * The failure that ended the transaction. Statements are sent without awaiting each other, so the one somebody
   * happens to await first may only say that an earlier one failed (25P02). Asking forgets it.
   */
  takeFailure: () => unknown;
  release: () => void;
};

/** Longer statements (wide batches) are not kept as prepared ones, so that memory stays bounded. */
const PREPARE_BELOW_CHARS = 6000;

const jsonText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

export function connect(url: string, max: number, onclose: () => void = () => {}) {
  // The client documents this option, and its types lack it.
  const wire = { socket: openWire };
  return postgres(url, {
    ...wire,
    max,
    onclose,
    idle_timeout: 300,
    max_lifetime: null,
    connect_timeout: 10,
    onnotice: () => {},
    connection: {
      application_name: 'waybill',
      statement_timeout: 60_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    fetch_types: false,
    types: {
      ...arrayTypes,
      bigint: { to: 20, from: [20], serialize: String, parse: (text: string) => safe(BigInt(text)) },
      json: { to: 114, from: [114], serialize: jsonText, parse: JSON.parse },
      jsonb: { to: 3802, from: [3802], serialize: jsonText, parse: JSON.parse },
    },
  });
}

type Sql = ReturnType<typeof connect>;

/** A server that drops us while we sign in is tried again by the driver: this long. */
const OPEN_WITHIN_MS = 10_000;

/** A client of its own for each connection: the driver's pool hands out reserved ones again after they broke. */
type DatabaseLine = Line & { reserved: ReservedSql; whenDead: (tell: (() => void) | undefined) => void };

/** Opens one connection. One that breaks while it opens fails at once: the driver would leave whoever waits waiting. */
export async function openLine(url: string): Promise<DatabaseLine> {
  const state: { dead: boolean; onDeath: (() => void) | undefined } = { dead: false, onDeath: undefined };
  const sql = connect(url, 1, () => {
    state.dead = true;
    state.onDeath?.();
  });
  try {
    const reserved = await opened(sql, (tell) => {
      state.onDeath = tell;
    });
    state.onDeath = undefined;
    return {
      reserved,
      whenDead: (tell) => {
        state.onDeath = tell;
      },
      get dead() {
        return state.dead;
      },
      close: async () => {
        if (!state.dead) reserved.release();
        await sql.end({ timeout: state.dead ? 0 : 5 });
      },
    };
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}

/** A connection's first statement is a plain one: the driver forgets a reservation that comes before it is ready. */
async function opened(sql: Sql, whenDead: (tell: () => void) => void): Promise<ReservedSql> {
  let timer: NodeJS.Timeout | undefined;
  const broken = new Promise<never>((_, reject) => {
    const giveUp = () => reject(lost());
    whenDead(giveUp);
    timer = setTimeout(giveUp, OPEN_WITHIN_MS);
  });
  const ready = sql.unsafe('select 1').then(() => sql.reserve());
  return Promise.race([ready, broken]).finally(() => clearTimeout(timer));
}

// One pool per process, also across Next's module reloads in development.
const holder = globalThis as typeof globalThis & { waybillLines?: LinePool<DatabaseLine> };

function pool(): LinePool<DatabaseLine> {
  holder.waybillLines ??= new LinePool(() => openLine(appUrl()), env().DB_POOL);
  return holder.waybillLines;
}

const lost = () =>
  Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' });

/** Tells a query that its connection is gone: those the driver had not sent yet would wait for ever. */
function giveUp(query: object): void {
  const reject: unknown = Reflect.get(query, 'reject');
  if (typeof reject === 'function') reject.call(query, lost());
}

const dialect = new PgDialect();

/** Takes one connection out of the pool. Only lib/core/ctx.ts calls this. */
export async function takeConnection(): Promise<Connection> {
  const line = await pool().take();
  const { reserved } = line;
  const inFlight = new Set<object>();
  line.whenDead(() => inFlight.forEach(giveUp));
  let failure: unknown;
  let ended = false;
  // A query starts when somebody listens to it: every one is listened to at once, so that they leave in order.
  const start = <Q extends Promise<unknown>>(query: Q): Q => {
    inFlight.add(query);
    query.then(
      () => inFlight.delete(query),
      (error: unknown) => {
        inFlight.delete(query);
        failure ??= error;
      },
    );
    return query;
  };
  const refuseLate = () => {
    if (line.dead) throw lost();
    if (ended) throw new Error('a statement was sent after its transaction had ended');
  };
  const unsafe = (text: string, params: unknown[] = []) => {
    refuseLate();
    return start(reserved.unsafe(text, params as never[], { prepare: text.length < PREPARE_BELOW_CHARS }));
  };
  const simple = (text: string) =>
    start(reserved.unsafe(text).simple()) as unknown as Promise<{ command: string }>;
  const session = new PostgresJsSession({ unsafe } as never, dialect, undefined);
  return {
    tx: new Database(dialect, session as never, undefined) as unknown as Tx,
    raw: async <T extends object>(text: string, params: readonly unknown[] = []) =>
      unsafe(text, [...params]) as unknown as Promise<T[]>,
    simple: async (text) => {
      refuseLate();
      return simple(text);
    },
    end: async (how) => {
      ended = true;
      if (line.dead) throw lost();
      return simple(how);
    },
    takeFailure: () => {
      const first = failure;
      failure = undefined;
      return first;
    },
    release: () => {
      line.whenDead(undefined);
      pool().give(line);
    },
  };
}

/** Ends the pool: scripts and tests, at their end. */
export async function closePool(): Promise<void> {
  const open = holder.waybillLines;
  delete holder.waybillLines;
  await open?.end();
}
