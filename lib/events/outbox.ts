/** The owner's connection of a reader: it works across stores, one at a time. */
export type OutboxConnection = {
  query<T extends object>(text: string, values: unknown[]): Promise<{ rows: T[] }>;
};
export type Waiting = {
  seq: string;
  xid: string;
  type: string;
  subject: string;
  payload: Record<string, unknown>;
};

/**
 * The next events a reader has not seen, in commit-safe order: only below the oldest transaction still running, since
 * `seq` is taken at insert and may commit late. The cursor is a value, not a join, so that the index is entered there.
 */
export async function readNew(
  connection: OutboxConnection,
  storeId: string,
  reader: string,
  limit: number,
): Promise<Waiting[]> {
  const { rows } = await connection.query<Waiting>(
    `select e.seq, e.xid::text as xid, e.type, e.subject, e.payload
     from events e
     where e.store_id = $1 and (e.xid, e.seq) > (
         coalesce((select c.xid from relay_cursors c where c.store_id = $1 and c.reader = $2), '0'::xid8),
         coalesce((select c.seq from relay_cursors c where c.store_id = $1 and c.reader = $2), 0))
       and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by e.xid, e.seq limit $3`,
    [storeId, reader, limit],
  );
  return rows;
}

/** Moves the reader past what it was given: in the transaction of what it made of it, so that is exactly once. */
export async function moveOn(
  connection: OutboxConnection,
  storeId: string,
  reader: string,
  seen: readonly Waiting[],
): Promise<void> {
  const last = seen.at(-1);
  if (!last) return;
  await connection.query(
    `insert into relay_cursors (store_id, reader, xid, seq, updated_at) values ($1, $2, $3::xid8, $4, now())
     on conflict (store_id, reader) do update set xid = excluded.xid, seq = excluded.seq, updated_at = excluded.updated_at`,
    [storeId, reader, last.xid, last.seq],
  );
}
