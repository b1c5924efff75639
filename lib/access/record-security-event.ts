import { outside, type TxCtx } from '@/lib/core/ctx';
import { newId, type StoreId, type UserId, uuidOf } from '@/lib/core/ids';

/** What is written down about people and doors: never deleted, never changed. */
export type SecurityKind =
  | 'sign-in.succeeded'
  | 'sign-in.failed'
  | 'sign-in.locked'
  | 'sign-in.limited'
  | 'sign-out'
  | 'sessions.revoked'
  | 'password.changed'
  | 'permission.refused'
  | 'key.refused'
  | 'origin.refused';

export type SecurityEvent = {
  kind: SecurityKind;
  userId?: UserId | undefined;
  storeId?: StoreId | undefined;
  /** Ids, permissions and counts; never what was typed. */
  detail?: Record<string, string | number>;
  address: string;
  requestId: string;
  at: Date;
};

const INSERT = `insert into security_events (id, kind, user_id, about_store_id, detail, address, request_id, at)
  values ($1::uuid, $2::text, $3::uuid, $4::uuid, $5::jsonb, $6::text, $7::text, $8::timestamptz)`;

/** Within the caller's transaction: the fact and its record live or die together. */
export async function addSecurityEvent(raw: TxCtx['raw'], event: SecurityEvent): Promise<void> {
  await raw(INSERT, [
    uuidOf(newId('sec')),
    event.kind,
    event.userId ? uuidOf(event.userId) : null,
    event.storeId ? uuidOf(event.storeId) : null,
    JSON.stringify(event.detail ?? {}),
    event.address,
    event.requestId,
    event.at.toISOString(),
  ]);
}

/** In a transaction of its own: a refusal is remembered although nothing was done. */
export async function recordSecurityEvent(event: SecurityEvent): Promise<void> {
  await outside(({ raw }) => addSecurityEvent(raw, event));
}
