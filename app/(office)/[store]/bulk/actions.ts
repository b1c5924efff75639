'use server';

import { refresh } from 'next/cache';
import { retryBulk, retryBulkInput, undoBulk, undoBulkInput } from '@/lib/bulk/change-bulk';
import { startBulk, startBulkInput } from '@/lib/bulk/start-bulk';
import { action } from '@/lib/web/action';

export const start = action({ input: startBulkInput, run: startBulk });
export const undo = action({ input: undoBulkInput, run: undoBulk });
export const retry = action({
  input: retryBulkInput,
  run: async (ctx, input) => {
    const result = await retryBulk(ctx, input);
    refresh();
    return result;
  },
});
