import { glance } from '@/lib/core/ctx';
import { type Id, idOf, type StoreId, uuidOf } from '@/lib/core/ids';

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

/** A key that still counts, with the answer kept under `idempotencyKey` if there is one: one round trip. */
export async function findApiKey(
  storeId: StoreId,
  hash: Uint8Array,
  idempotencyKey: string | null,
): Promise<FoundKey | null> {
  const [row] = await glance({ store: storeId }, KEY, [uuidOf(storeId), hash, idempotencyKey]);
  if (!row) return null;
  return {
    keyId: idOf('key', String(row.id)),
    name: String(row.name),
    permissions: row.permissions as string[],
    lastUsedAt: row.last_used_at ? new Date(row.last_used_at as string) : null,
    kept: row.status
      ? {
          requestHash: row.request_hash as Uint8Array,
          status: Number(row.status),
          headers: row.headers as Record<string, string>,
          text: String(row.body),
        }
      : null,
  };
}
