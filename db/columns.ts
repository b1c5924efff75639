import { sql } from 'drizzle-orm';
import { bigint, check, customType, timestamp } from 'drizzle-orm/pg-core';
import { type Id, idOf, type Prefix, uuidOf } from '@/lib/core/ids';
import { seal, unseal } from '@/lib/core/seal';

/** A UUID in the database, a prefixed string (`ord_…`) in the code. */
export const id = <P extends Prefix>(prefix: P, name?: string) =>
  customType<{ data: Id<P>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (value) => uuidOf(value),
    fromDriver: (value) => idOf(prefix, value),
  })(name ?? 'id').notNull();

export const optionalId = <P extends Prefix>(prefix: P, name: string) =>
  customType<{ data: Id<P>; driverData: string }>({
    dataType: () => 'uuid',
    toDriver: (value) => uuidOf(value),
    fromDriver: (value) => idOf(prefix, value),
  })(name);

export const storeId = () => id('sto', 'store_id');

/** Integer minor units (or counts of ten-thousandths for prices), a safe integer in the code. */
export const amount = (name: string) => bigint(name, { mode: 'number' }).notNull();
export const optionalAmount = (name: string) => bigint(name, { mode: 'number' });
export const count = amount;

/** Personal text, encrypted at rest (AES-256-GCM, versioned keys). */
export const sealed = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => seal(value),
  fromDriver: (value) => unseal(value),
});

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A blind token: written and compared, never read. */
export const token = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'bigint',
  toDriver: (value) => String(value),
});

/** Millisecond timestamps, so that a JavaScript Date read back compares equal to the row. */
export const at = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/**
 * Text restricted to a list by a CHECK (enums are not leakproof under row-level security). The list is one constant:
 * Postgres reads a CHECK anew in each statement, and a list of constants costs it twice as much.
 */
export function oneOf(name: string, column: string, values: readonly string[]) {
  const list = values.map((value) => `"${value.replaceAll("'", "''")}"`).join(',');
  return check(name, sql.raw(`${column} = any ('{${list}}'::text[])`));
}
