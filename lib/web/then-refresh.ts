import { refresh } from 'next/cache';

/** A verb for an action that sends the page's new truth back with its answer. */
export const thenRefresh =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I): Promise<T> => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };
