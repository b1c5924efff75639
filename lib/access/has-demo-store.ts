import { glance } from '@/lib/core/ctx';

/** Whether this system holds the demo store, whose sign-in is no secret. */
export async function hasDemoStore(): Promise<boolean> {
  const [row] = await glance('outside', 'select exists (select 1 from stores where is_demo) as found', []);
  return row?.found === true;
}
