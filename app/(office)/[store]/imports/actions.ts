'use server';

import { refresh } from 'next/cache';
import { checkImport, checkImportInput } from '@/lib/exchange/check-import';
import {
  confirmImport, dropImport, pauseImport, remapImport, resumeImport, steerImportInput,
} from '@/lib/exchange/steer-import'; // biome-ignore format: short
import { undoImport, undoImportInput } from '@/lib/exchange/undo-import';
import { action } from '@/lib/web/action';

/** Runs a verb and sends the page's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const check = action({ input: checkImportInput, permission: 'data.import', run: then(checkImport) });
export const confirm = action({
  input: steerImportInput,
  permission: 'data.import',
  run: then(confirmImport),
});
export const pause = action({ input: steerImportInput, permission: 'data.import', run: then(pauseImport) });
export const resume = action({ input: steerImportInput, permission: 'data.import', run: then(resumeImport) });
export const remap = action({ input: steerImportInput, permission: 'data.import', run: then(remapImport) });
export const drop = action({ input: steerImportInput, permission: 'data.import', run: dropImport });
export const undo = action({ input: undoImportInput, permission: 'data.import', run: then(undoImport) });
