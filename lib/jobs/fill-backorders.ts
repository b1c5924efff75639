import { z } from 'zod';
import { idOf } from '@/lib/core/ids';
import { fillBackorders } from '@/lib/orders/fill-backorders';
import type { Job } from './job';

const payloadSchema = z.object({ variantIds: z.array(z.uuid()) });

/** Promises arrived units to the orders that wait for them. */
export const fillBackordersJob: Job = {
  name: 'fill_backorders',
  run: (ctx, payload) => {
    const { variantIds } = payloadSchema.parse(payload);
    return fillBackorders(
      ctx,
      variantIds.map((id) => idOf('var', id)),
    );
  },
};
