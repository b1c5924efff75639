import { z } from 'zod';
import { idInput } from '@/lib/core/id-input';
import { resumeSilentImports, runUploaded } from '@/lib/exchange/run-uploaded';
import type { Job } from './job';

const payloadSchema = z.object({ importId: idInput('imp') });

/** Takes an import as far as it goes. */
export const runImportJob: Job = {
  name: 'run_import',
  run: (ctx, payload) => runUploaded(ctx, payloadSchema.parse(payload).importId),
};

/** Takes over imports whose process was killed. */
export const resumeImportsJob: Job = { name: 'resume_imports', run: (ctx) => resumeSilentImports(ctx) };
