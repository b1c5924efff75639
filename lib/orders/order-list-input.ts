import { z } from 'zod';
import { filterText, parseFilter } from '@/lib/lists/filter-text';
import { ORDER_FIELDS } from './order-filter';
import { ORDER_VIEWS } from './order-views';

const MOST = 100;

/** A program that misspells a condition must not be given every order instead. */
const means = (text: string) => filterText(parseFilter(ORDER_FIELDS, text)) === text;

/** How orders are listed from outside: the parameters of the office's own addresses. */
export const orderListInput = z.strictObject({
  view: z.enum(ORDER_VIEWS).optional(),
  q: z.string().max(200).optional(),
  filter: z.string().max(4_000).refine(means, { error: 'lists.errors.filter' }).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(25),
});
