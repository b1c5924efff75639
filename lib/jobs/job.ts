import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { systemCtx } from '@/lib/access/system';
import type { Ctx } from '@/lib/core/ctx';
import { idOf } from '@/lib/core/ids';
import { listStores } from '@/lib/stores/list-stores';

/** A job works for one store: it parses what it was given and calls one verb as the system. */
export type Job = { name: string; run: (ctx: Ctx, payload: unknown) => Promise<unknown> };

const owned = z.object({ storeId: z.uuid() });

/** The context of a job's store, or null when the store is gone. */
export async function jobCtx(name: string, payload: unknown): Promise<Ctx | null> {
  const id = idOf('sto', owned.parse(payload).storeId);
  const store = (await listStores()).find((known) => known.id === id);
  return store ? systemCtx(store, name, new Date(), `job-${randomUUID()}`) : null;
}
