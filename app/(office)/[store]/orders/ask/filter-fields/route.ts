import { storeRoute } from '@/lib/web/store-route';
import { filterFields } from '../../_list/filter-fields';

/** What the orders list can be filtered by, in words. */
export const GET = storeRoute({ permission: 'order.read', run: (ctx) => filterFields(ctx) });
