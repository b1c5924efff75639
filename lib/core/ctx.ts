import { type Connection, type Raw, type Row, type Tx, takeConnection } from '@/db/client';
import type { Actor } from './actor';
import { invariant } from './errors';
import { checkedUuid, type StoreId, type UserId } from './ids';

/** What every verb needs to know of the store it works for. */
export type StoreRef = {
  id: StoreId;
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  locale: string;
};

/** Keeps the answer to a write that may be sent twice. It sends its one statement at once: the commit follows it. */
export type Once = { keep: (ctx: TxCtx, result: unknown) => Promise<unknown> };

type Who = { actor: Actor; store: StoreRef; now: Date; requestId: string; once?: Once | undefined };

/** A request's context, outside any transaction: it can not reach the database. */
export type Ctx = Who & { db: 'closed' };
/** Inside `transact` or `read`: `db` is this transaction's Drizzle, `raw` runs one prepared statement. */
export type TxCtx = Who & {
  db: Tx;
  raw: Raw;
  connection: Connection;
  depth: number;
  /**
   * Waits for a statement already sent together with the commit (of a savepoint: its release): no round trip of its
   * own; its failure rolls back.
   */
  withCommit: (statement: Promise<unknown>) => void;
};
export type AnyCtx = Ctx | TxCtx;

const RETRYABLE = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/** Postgres's code of a failed statement, through Drizzle's wrapping; undefined for anything else. */
export function pgCode(error: unknown): string | undefined {
  const own = (error as { code?: unknown } | null)?.code;
  if (typeof own === 'string' && /^[0-9A-Z]{5}$/.test(own)) return own;
  const cause = (error as { cause?: unknown } | null)?.cause;
  return cause ? pgCode(cause) : undefined;
}

/** The violated constraint's name, if the failure was one. */
export function pgConstraint(error: unknown): string | undefined {
  const own = (error as { constraint_name?: unknown } | null)?.constraint_name;
  if (typeof own === 'string') return own;
  const cause = (error as { cause?: unknown } | null)?.cause;
  return cause ? pgConstraint(cause) : undefined;
}

/** The column that was null and must not be, as `table.column`, if that was the failure. */
export function pgNullColumn(error: unknown): string | undefined {
  if (pgCode(error) !== '23502') return undefined;
  const own = error as { table_name?: unknown; column_name?: unknown; cause?: unknown };
  return typeof own.column_name === 'string'
    ? `${own.table_name}.${own.column_name}`
    : pgNullColumn(own.cause);
}

/**
 * Runs `work` in one transaction of the context's store. `begin` and the tenant are sent with the first statement
 * (no round trip of their own). Inside a transaction it is a savepoint. Deadlocks are run again.
 */
export async function transact<T>(ctx: AnyCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.db !== 'closed') return savepoint(ctx, work);
  for (let attempt = 1; ; attempt++) {
    try {
      return await run(ctx, 'begin', tenant(ctx.store.id), work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !RETRYABLE.has(pgCode(error) ?? '')) throw error;
    }
  }
}

/**
 * A verb's main transaction where an outside caller may repeat it: what is answered is kept beside what was done,
 * sent together with the commit. Without such a caller, and inside another transaction, it is `transact`.
 */
export async function transactOnce<T>(ctx: AnyCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const { once } = ctx;
  if (!once || ctx.db !== 'closed') return transact(ctx, work);
  return transact({ ...ctx, once: undefined }, async (inner) => {
    const result = await work(inner);
    inner.withCommit(once.keep(inner, result));
    return result;
  });
}

/** Runs `work` on one unmoving snapshot, read only. Inside a transaction it reads that transaction. */
export async function read<T>(ctx: AnyCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  if (ctx.db !== 'closed') return work(ctx);
  return run(ctx, 'begin isolation level repeatable read read only', tenant(ctx.store.id), work);
}

/** One transaction outside the stores' walls: users, sessions, stores' names, rate limits. Sees no store's rows. */
export async function outside<T>(work: (db: { db: Tx; raw: Raw }) => Promise<T>): Promise<T> {
  return inTransaction('begin', '', (connection) => work({ db: connection.tx, raw: connection.raw }));
}

type Wall = { store: StoreId } | { user: UserId } | 'outside';

/** One reading statement in one round trip, without a transaction to work in: who a request comes from. */
export async function glance(wall: Wall, text: string, params: readonly unknown[]): Promise<Row[]> {
  const setting = wall === 'outside' ? '' : 'store' in wall ? tenant(wall.store) : person(wall.user);
  const connection = await takeConnection();
  try {
    const sent = [
      connection.simple(`begin read only;${setting}`),
      connection.raw(text, params),
      connection.end('commit'),
    ] as const;
    await Promise.allSettled(sent);
    return (await Promise.all(sent))[1];
  } finally {
    connection.release();
  }
}

const person = (id: UserId) => `set local app.user_id = '${checkedUuid(id)}';`;
const tenant = (id: StoreId) => `set local app.store_id = '${checkedUuid(id)}';`;

function run<T>(ctx: Who, begin: string, setting: string, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const { actor, store, now, requestId, once } = ctx;
  return inTransaction(begin, setting, (connection, withCommit) => {
    const open = { db: connection.tx, raw: connection.raw, connection, depth: 0, withCommit };
    return work({ actor, store, now, requestId, once, ...open });
  });
}

async function inTransaction<T>(
  begin: string,
  setting: string,
  work: (connection: Connection, withCommit: TxCtx['withCommit']) => Promise<T>,
): Promise<T> {
  const connection = await takeConnection();
  const last: Promise<unknown>[] = [];
  try {
    const opening = connection.simple(`${begin};${setting}`);
    opening.catch(() => {});
    let result: T;
    try {
      result = await work(connection, collect(last));
    } catch (error) {
      await connection.end('rollback').catch(() => {});
      throw cause(connection, error);
    }
    const commit = connection.end('commit');
    // A beginning that failed leaves nothing to commit: it is not waited for before.
    await Promise.allSettled([opening, commit, ...last]);
    await Promise.all([opening, ...last]).catch((error: unknown) => {
      throw cause(connection, error);
    });
    const ended = await commit;
    invariant(ended.command === 'COMMIT', 'a failed statement was swallowed inside a transaction');
    return result;
  } finally {
    connection.release();
  }
}

const collect =
  (last: Promise<unknown>[]): TxCtx['withCommit'] =>
  (statement) => {
    statement.catch(() => {});
    last.push(statement);
  };

const TRANSACTION_ALREADY_FAILED = '25P02';

/** The statement that failed, where the caller only saw that one had. */
function cause(connection: Connection, error: unknown): unknown {
  const first = connection.takeFailure();
  return pgCode(error) === TRANSACTION_ALREADY_FAILED && first !== undefined ? first : error;
}

async function savepoint<T>(ctx: TxCtx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const name = `s${ctx.depth + 1}`;
  const opening = ctx.connection.simple(`savepoint ${name}`);
  opening.catch(() => {});
  const last: Promise<unknown>[] = [];
  let result: T;
  try {
    result = await work({ ...ctx, depth: ctx.depth + 1, withCommit: collect(last) });
    await Promise.all([opening, ...last]);
  } catch (error) {
    await ctx.connection.simple(`rollback to savepoint ${name}; release savepoint ${name}`).catch(() => {});
    throw cause(ctx.connection, error);
  }
  await ctx.connection.simple(`release savepoint ${name}`);
  return result;
}

/** Runs `work` in a transaction that is always rolled back: tests and dry runs. */
export async function rolledBack<T>(ctx: Ctx, work: (ctx: TxCtx) => Promise<T>): Promise<T> {
  const done = Symbol('done');
  let result: T | undefined;
  try {
    await run(ctx, 'begin', tenant(ctx.store.id), async (inner) => {
      result = await work(inner);
      throw done;
    });
  } catch (error) {
    if (error !== done) throw error;
  }
  return result as T;
}
