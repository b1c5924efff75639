import type { Actor } from '@/lib/core/actor';
import type { Ctx, StoreRef } from '@/lib/core/ctx';
import { PERMISSIONS } from './permissions';

/** Jobs and commands, one store at a time. */
export function systemActor(name: string): Actor {
  return { kind: 'system', name, permissions: new Set(PERMISSIONS), limits: {} };
}

export function systemCtx(store: StoreRef, name: string, now: Date, requestId: string): Ctx {
  return { db: 'closed', actor: systemActor(name), store, now, requestId };
}
