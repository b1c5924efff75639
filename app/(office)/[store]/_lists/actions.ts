'use server';

import { refresh } from 'next/cache';
import {
  changeView, changeViewInput, removeView, removeViewInput, reorderViews, reorderViewsInput,
} from '@/lib/lists/change-view'; // biome-ignore format: short
import { chooseColumns, chooseColumnsInput } from '@/lib/lists/choose-columns';
import { saveView, saveViewInput } from '@/lib/lists/save-view';
import { action } from '@/lib/web/action';

/** Runs a verb and sends the list's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const keepView = action({ input: saveViewInput, run: saveView });
export const editView = action({ input: changeViewInput, run: then(changeView) });
export const dropView = action({ input: removeViewInput, run: removeView });
export const orderViews = action({ input: reorderViewsInput, run: then(reorderViews) });
export const pickColumns = action({ input: chooseColumnsInput, run: then(chooseColumns) });
