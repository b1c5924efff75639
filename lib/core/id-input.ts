import { z } from 'zod';
import { type Id, isId, type Prefix } from './ids';

/** An id from outside as zod reads it: `idInput('prd')` gives a ProductId or a problem. */
export const idInput = <P extends Prefix>(prefix: P) =>
  z.custom<Id<P>>((value) => isId(prefix, value), { error: 'web.problems.id' });
