import type { Limits } from '@/lib/core/actor';
import type { AnyCtx } from '@/lib/core/ctx';
import { DomainError } from '@/lib/core/errors';
import type { Permission } from './permissions';

/**
 * The first line of every verb: synchronous, so it can not float.
 * Throws FORBIDDEN when the actor was not granted the permission.
 */
export function allow(ctx: AnyCtx, permission: Permission): void {
  if (!may(ctx, permission)) {
    throw new DomainError('FORBIDDEN', 'ui.errors.forbidden', { params: { permission } });
  }
}

/** For screens and queries: whether to show, not whether to do. */
export function may(ctx: AnyCtx, permission: Permission): boolean {
  return ctx.actor.permissions.has(permission);
}

/** The actor's limit, or null when there is none. */
export function limitOf(ctx: AnyCtx, limit: keyof Limits): number | null {
  return ctx.actor.limits[limit] ?? null;
}
