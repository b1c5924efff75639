'use server';

import {
  changeView, changeViewInput, removeView, removeViewInput, reorderViews, reorderViewsInput,
} from '@/lib/lists/change-view'; // biome-ignore format: short
import { chooseColumns, chooseColumnsInput } from '@/lib/lists/choose-columns';
import { saveView, saveViewInput } from '@/lib/lists/save-view';
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const keepView = action({ input: saveViewInput, run: saveView });
export const editView = action({ input: changeViewInput, run: thenRefresh(changeView) });
export const dropView = action({ input: removeViewInput, run: removeView });
export const orderViews = action({ input: reorderViewsInput, run: thenRefresh(reorderViews) });
export const pickColumns = action({ input: chooseColumnsInput, run: thenRefresh(chooseColumns) });
