import { z } from 'zod';
import { resumeBulk, runBulk } from '@/lib/bulk/run-bulk';
import { idOf } from '@/lib/core/ids';
import { paymentPort } from '@/lib/integrations/payments/providers';
import type { Job } from './job';

const payloadSchema = z.object({ runId: z.uuid() });

/** Works through a bulk run. */
export const runBulkJob: Job = {
  name: 'run_bulk',
  run: (ctx, payload) => runBulk(ctx, idOf('blk', payloadSchema.parse(payload).runId), paymentPort),
};

/** Goes on with bulk runs that a crash left in the middle. */
export const resumeBulkJob: Job = { name: 'resume_bulk', run: (ctx) => resumeBulk(ctx, paymentPort) };
