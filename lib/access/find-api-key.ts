import { glance } from '@/lib/core/ctx';
import { type Id, idOf, type StoreId, uuidOf } from '@/lib/core/ids';
import { rowsAs } from '@/lib/core/rows';

/** What was answered before to a request with the same Idempotency-Key. */
export type KeptAnswer = {
  requestHash: Uint8Array;
  status: number;
  headers: Record<string, string>;
  text: string;
};
export type FoundKey = {
  keyId: Id<'key'>;
  name: string;
  permissions: string[];
  lastUsedAt: Date | null;
  kept: KeptAnswer | null;
};

const KEY = `select k.id, k.name, k.permissions, k.last_used_at, i.request_hash, i.status, i.headers, i.body
  from api_keys k
  left join idempotency_keys i on i.store_id = $1::uuid and i.key_id = k.id and i.key = $3::text
  where k.store_id = $1::uuid and k.secret_hash = $2::bytea and k.revoked_at is null`;

type KeyRow = {
  id: string;
  name: string;
  permissions: string[];
  last_used_at: string | null;
} & (Kept | { status: null });
type Kept = { request_hash: Uint8Array; status: number; headers: Record<string, string>; body: string };

/** A key that still counts, with the answer kept under `idempotencyKey` if there is one: one round trip. */
export async function findApiKey(
  storeId: StoreId,
  hash: Uint8Array,
  idempotencyKey: string | null,
): Promise<FoundKey | null> {
  const rows = await glance({ store: storeId }, KEY, [uuidOf(storeId), hash, idempotencyKey]);
  const [row] = rowsAs<KeyRow>(rows);
  if (!row) return null;
  return {
    keyId: idOf('key', row.id),
    name: row.name,
    permissions: row.permissions,
    lastUsedAt: row.last_used_at ? new Date(row.last_used_at) : null,
    kept:
      row.status !== null
        ? {
            requestHash: row.request_hash,
            status: row.status,
            headers: row.headers,
            text: row.body,
          }
        : null,
  };
}
