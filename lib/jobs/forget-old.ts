import { dropOldAttempts } from '@/lib/access/count-attempt';
import { forgetAnswers } from '@/lib/web/forget-answers';
import type { Job } from './job';

/** Drops kept API answers and counted sign-in tries that nobody asks for any more. */
export const forgetOldJob: Job = {
  name: 'forget_old',
  run: async (ctx) => {
    await forgetAnswers(ctx);
    await dropOldAttempts(ctx.now);
  },
};
