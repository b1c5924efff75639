import { z } from 'zod';
import { isId } from '@/lib/core/ids';
import { MOST_COLUMNS } from './columns';
import { LISTS } from './list-state';

export const listName = z.enum(LISTS);
export const viewId = z.custom<`lvw_${string}`>((value) => isId('lvw', value), {
  error: 'lists.errors.noView',
});
export const viewName = z.string().trim().min(1, { error: 'lists.errors.nameless' }).max(60);
/** The search part of an address: what it can not mean is left out when it is read. */
export const viewSearch = z.string().max(6_000);
export const columnKeys = z.array(z.string().min(1).max(40)).max(MOST_COLUMNS);
