/** The code of a system's or driver's error (`EEXIST`, `ECONNREFUSED`); an empty text for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
