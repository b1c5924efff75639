import type { Id, OrderId, UserId } from './ids';

/** What a grant allows beyond yes or no. Absent means without limit. */
export type Limits = { refundMinor?: number; discountPercent?: number };

type Granted = { permissions: ReadonlySet<string>; limits: Limits };

/** Whoever acts. Built once per request from the database, never from a token. */
export type Actor =
  | ({ kind: 'staff'; userId: UserId; name: string; role: string } & Granted)
  | ({ kind: 'key'; keyId: Id<'key'>; name: string } & Granted)
  | ({ kind: 'shopper'; orderId: OrderId } & Granted)
  | ({ kind: 'system'; name: string } & Granted);

/** The actor as events keep it: no personal data, only who by id. */
export type ActorRef =
  | { kind: 'staff'; id: UserId }
  | { kind: 'key'; id: Id<'key'> }
  | { kind: 'shopper'; id: OrderId }
  | { kind: 'system'; name: string };

export function actorRef(actor: Actor): ActorRef {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', id: actor.userId };
    case 'key':
      return { kind: 'key', id: actor.keyId };
    case 'shopper':
      return { kind: 'shopper', id: actor.orderId };
    case 'system':
      return { kind: 'system', name: actor.name };
  }
}
