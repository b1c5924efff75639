import { recordSecurityEvent, type SecurityKind } from '@/lib/access/record-security-event';
import type { Ctx } from '@/lib/core/ctx';
import { requestLog } from '@/lib/core/log';
import type { RequestInfo } from './request';

/** Remembers that somebody was refused: who, where, what for. Never fails the request it reports on. */
export async function recordRefusal(
  kind: SecurityKind,
  request: Pick<RequestInfo, 'requestId' | 'address' | 'now'>,
  about: { ctx?: Ctx | undefined; detail?: Record<string, string | number> },
): Promise<void> {
  const { ctx, detail = {} } = about;
  const actor = ctx?.actor;
  const { requestId, address, now } = request;
  try {
    await recordSecurityEvent({
      kind,
      userId: actor?.kind === 'staff' ? actor.userId : undefined,
      storeId: ctx?.store.id,
      detail: actor?.kind === 'key' ? { ...detail, keyId: actor.keyId } : detail,
      address,
      requestId,
      at: now,
    });
  } catch (error) {
    requestLog({ requestId }).error({ err: error, kind }, 'a refusal could not be recorded');
  }
}
