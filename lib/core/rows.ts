/**
 * The rows of a statement written by hand, with the columns its author reads: the one place where that is claimed.
 * Text, numbers, booleans, arrays and json come as such, bytea as bytes, timestamps as text (`new Date(…)`).
 */
export function rowsAs<T extends Record<string, unknown>>(rows: readonly Record<string, unknown>[]): T[] {
  return rows as T[];
}
