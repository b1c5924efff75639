import { DomainError } from './errors';
import { newUuid, suffixOf, uuidFrom } from './type-id';

/** Every kind of record, by the prefix its id carries (TypeID 0.3). */
export const prefixes = [
  'sto', 'usr', 'ses', 'mem', 'key', 'sec', 'prd', 'var', 'img', 'cus', 'adr', 'nte', 'whs', 'mov', 'ord', 'oln', 'chg',
  'alc', 'pay', 'mny', 'rfd', 'shp', 'shl', 'evt', 'imp', 'shm', 'txc', 'txr', 'job', 'doc', 'wav', 'hld', 'lvw', 'blk', 'map',
] as const; // biome-ignore format: a table
export type Prefix = (typeof prefixes)[number];

/** A UUIDv7 shown as `ord_01h…`; the prefix is part of the type, so a payment's id where an order's is wanted does not compile. */
export type Id<P extends Prefix> = `${P}_${string}`;

export type StoreId = Id<'sto'>;
export type UserId = Id<'usr'>;
export type OrderId = Id<'ord'>;
export type OrderLineId = Id<'oln'>;
export type VariantId = Id<'var'>;
export type ProductId = Id<'prd'>;
export type CustomerId = Id<'cus'>;
export type WarehouseId = Id<'whs'>;
export type PaymentId = Id<'pay'>;
export type RefundId = Id<'rfd'>;
export type ShipmentId = Id<'shp'>;
export type WaveId = Id<'wav'>;

/** Three letters and the line under them. */
const PREFIX_CHARS = 4;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHAPE = /^[a-z]{3}_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

export function newId<P extends Prefix>(prefix: P): Id<P> {
  return idOf(prefix, newUuid());
}

/** From the database's UUID to the shown id. */
export function idOf<P extends Prefix>(prefix: P, uuid: string): Id<P> {
  return `${prefix}_${suffixOf(uuid)}`;
}

/** From the shown id to the database's UUID, for raw SQL. */
export function uuidOf(id: Id<Prefix>): string {
  return uuidFrom(id.slice(PREFIX_CHARS));
}

export function isId<P extends Prefix>(prefix: P, value: unknown): value is Id<P> {
  return typeof value === 'string' && value.startsWith(`${prefix}_`) && SHAPE.test(value);
}

/** Parses an id from outside; a malformed one is as unknown as a stranger's: NOT_FOUND. */
export function parseId<P extends Prefix>(prefix: P, value: unknown): Id<P> {
  if (isId(prefix, value)) return value;
  throw new DomainError('NOT_FOUND', 'ui.errors.notFound');
}

/** Only a parsed UUID is ever written into SET LOCAL. */
export function checkedUuid(id: Id<Prefix>): string {
  const uuid = uuidOf(id);
  if (!UUID.test(uuid)) throw new Error('not a uuid');
  return uuid;
}
