import { parseApiKey } from '@/lib/access/api-key-secret';
import { type FoundKey, findApiKey } from '@/lib/access/find-api-key';
import type { Permission } from '@/lib/access/permissions';
import { storeBySlug } from '@/lib/access/store-by-slug';
import type { Ctx } from '@/lib/core/ctx';
import { type ApiFailure, refuse } from './problem-json';
import { recordRefusal } from './refusals';
import type { RequestInfo } from './request';
import { type Taken, TokenBuckets } from './token-bucket';

/** What one key may do: 30,000 requests a minute, at once or spread (docs/security.md). */
export const KEY_RULE = { capacity: 30_000, perSecond: 500 };
/** Wrong keys from one address, so that nobody tries them out and nobody fills the log. */
const REFUSAL_RULE = { capacity: 30, perSecond: 0.5 };

const keyBuckets = new TokenBuckets(KEY_RULE);
const refusalBuckets = new TokenBuckets(REFUSAL_RULE);

export type ApiCaller = { ctx: Ctx; found: FoundKey; hash: Buffer; taken: Taken };

/** Who calls: the key behind its store's walls, in one round trip (two when the store is new to this process). */
export async function callerOf(
  request: RequestInfo,
  idempotencyKey: string | null,
): Promise<ApiCaller | ApiFailure> {
  const { headers, now, requestId } = request;
  const token = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const parsed = token ? parseApiKey(token) : null;
  if (!parsed) return refuseKey(request, token ? 'web.api.badKey' : 'web.api.noKey');
  const store = await storeBySlug(parsed.slug, now);
  const found = store && (await findApiKey(store.id, parsed.hash, idempotencyKey));
  if (!found) return refuseKey(request, 'web.api.badKey');
  const { keyId, name } = found;
  const actor = { kind: 'key', keyId, name, permissions: new Set(found.permissions), limits: {} } as const;
  const taken = keyBuckets.take(keyId, now.getTime());
  return { ctx: { db: 'closed', actor, store, now, requestId }, found, hash: parsed.hash, taken };
}

async function refuseKey(request: RequestInfo, key: string): Promise<ApiFailure> {
  const { allowed, retryAfterSeconds } = refusalBuckets.take(request.address, request.now.getTime());
  if (!allowed) return tooMany(retryAfterSeconds);
  if (key !== 'web.api.noKey') await recordRefusal('key.refused', request, { detail: { key } });
  return refuse(401, 'UNAUTHENTICATED', key, undefined, { 'www-authenticate': 'Bearer realm="waybill"' });
}

/** A key without the permission: refused and remembered, with the store, the key and the request. */
export async function refusePermission(
  request: RequestInfo,
  ctx: Ctx,
  permission: Permission | string,
): Promise<ApiFailure> {
  await recordRefusal('permission.refused', request, { ctx, detail: { permission } });
  return refuse(403, 'FORBIDDEN', 'web.api.missingPermission', { permission });
}

export function tooMany(seconds: number): ApiFailure {
  return {
    ...refuse(429, 'TOO_MANY_REQUESTS', 'web.api.tooMany', { seconds }),
    retryAfterSeconds: seconds,
  };
}

/** draft-ietf-httpapi-ratelimit-headers: the policy, and what is left of it. */
export function rateHeaders({ remaining }: Taken): Record<string, string> {
  const { capacity, perSecond } = KEY_RULE;
  const full = Math.ceil((capacity - remaining) / perSecond);
  return {
    'ratelimit-policy': `"key";q=${capacity};w=${capacity / perSecond}`,
    ratelimit: `"key";r=${remaining};t=${full}`,
  };
}
