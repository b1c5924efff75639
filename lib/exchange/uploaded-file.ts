import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { env } from '@/lib/core/env';
import { conflict } from '@/lib/core/errors';
import { type Id, type StoreId, uuidOf } from '@/lib/core/ids';

const FOLDER = 'uploads';

/** Where an upload is kept: a place of our own making, never a name that came with the file. */
export const storedAs = (store: StoreId, importId: Id<'imp'>): string =>
  path.join(uuidOf(store), uuidOf(importId));

export function uploadPath(stored: string | null): string {
  if (stored === null) throw conflict('exchange.errors.fileGone');
  return path.join(path.resolve(env().DATA_DIR), FOLDER, stored);
}

export async function placeForUpload(stored: string): Promise<string> {
  const file = uploadPath(stored);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  return file;
}

export async function dropUpload(stored: string | null): Promise<void> {
  if (stored !== null) await rm(uploadPath(stored), { force: true });
}
