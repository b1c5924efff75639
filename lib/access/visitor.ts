/** A request before a store is chosen: what signing in and a person's own account know of it. */
export type Visitor = { now: Date; requestId: string; address: string; userAgent: string };

/** For commands and seeds, where nobody visits. */
export function visitorFor(command: string, now: Date): Visitor {
  return { now, requestId: command, address: '', userAgent: '' };
}
