import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { events } from '@/db/schema/events';
import { read } from '@/lib/core/ctx';
import { committedStore, race } from '@/test/committed-store';
import { addTaxRate } from './add-tax-rate';
import { editHandling } from './edit-handling';
import { listTaxRates } from './list-tax-rates';

test('of two people who saw the same rules one wins, and one is told', async () => {
  const { ctx } = await committedStore();
  const results = await race(2, (n) =>
    editHandling(ctx, { version: 1, handlingDays: n + 2, cutOff: '17:00', workingDays: [1, 2, 3, 4, 5] }),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'CONFLICT' });
  const recorded = await read(ctx, (inner) =>
    inner.db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.storeId, ctx.store.id), eq(events.type, 'settings.changed'))),
  );
  expect(recorded).toHaveLength(1);
});

test('of eight overlapping rates added at once one stands', async () => {
  const { ctx } = await committedStore();
  const results = await race(8, (n) =>
    addTaxRate(ctx, {
      taxClass: 'standard',
      country: 'IE',
      name: 'VAT',
      ratePpm: 230_000,
      validFrom: `2026-0${n + 1}-01`,
    }),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'CONFLICT' });
  }
  const classes = await listTaxRates(ctx);
  expect(classes.flatMap((one) => one.rates).filter((rate) => rate.country === 'IE')).toHaveLength(1);
});
