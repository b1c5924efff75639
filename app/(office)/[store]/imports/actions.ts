'use server';

import { checkImport, checkImportInput } from '@/lib/exchange/check-import';
import {
  confirmImport, dropImport, pauseImport, remapImport, resumeImport, steerImportInput,
} from '@/lib/exchange/steer-import'; // biome-ignore format: short
import { undoImport, undoImportInput } from '@/lib/exchange/undo-import';
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const check = action({
  input: checkImportInput,
  permission: 'data.import',
  run: thenRefresh(checkImport),
});
export const confirm = action({
  input: steerImportInput,
  permission: 'data.import',
  run: thenRefresh(confirmImport),
});
export const pause = action({
  input: steerImportInput,
  permission: 'data.import',
  run: thenRefresh(pauseImport),
});
export const resume = action({
  input: steerImportInput,
  permission: 'data.import',
  run: thenRefresh(resumeImport),
});
export const remap = action({
  input: steerImportInput,
  permission: 'data.import',
  run: thenRefresh(remapImport),
});
export const drop = action({ input: steerImportInput, permission: 'data.import', run: dropImport });
export const undo = action({
  input: undoImportInput,
  permission: 'data.import',
  run: thenRefresh(undoImport),
});
