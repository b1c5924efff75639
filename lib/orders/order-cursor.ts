import { z } from 'zod';

/** A place in a list: the row it stands beside, which way it reads, and how many rows are newer. */
export type OrderCursor = { way: 'older' | 'newer'; atMs: number; uuid: string; skipped: number };

/** The last moment of the year 9999: beyond it the database reads no time as we write it. */
const LAST_MS = 253_402_300_799_999;

const shape = z.tuple([z.enum(['o', 'n']), z.int().min(0).max(LAST_MS), z.uuid(), z.int().min(0)]);

export function writeCursor({ way, atMs, uuid, skipped }: OrderCursor): string {
  const text = JSON.stringify([way === 'older' ? 'o' : 'n', atMs, uuid, skipped]);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** What was written, or null for anything else: a damaged address shows the first page. */
export function readCursor(text: string | null | undefined): OrderCursor | null {
  if (!text) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(atob(text.replaceAll('-', '+').replaceAll('_', '/'))));
    if (!parsed.success) return null;
    const [way, atMs, uuid, skipped] = parsed.data;
    return { way: way === 'o' ? 'older' : 'newer', atMs, uuid, skipped };
  } catch {
    return null;
  }
}
