import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { committedStore, race } from '@/test/committed-store';
import { orderUpTo } from '@/test/order-up-to';
import { createWave } from './create-wave';
import { listWaves } from './list-waves';
import { pickWave } from './pick-wave';

test('of ten waves opened at once one holds the order, and picking it ten times picks it once', async () => {
  const { ctx } = await committedStore();
  const { orderId, warehouseId } = await orderUpTo(ctx, 'paid');
  const waves = Array.from({ length: 10 }, () => newId('wav'));
  const made = await race(10, (n) =>
    createWave(ctx, { waveId: waves[n] ?? 'wav_', warehouseId, orders: [orderId] }),
  );
  expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await listWaves(ctx, {});
  const [wave] = rows;
  if (!wave || rows.length > 1) throw new Error('not one wave');
  const picked = await race(10, () => pickWave(ctx, { waveId: wave.waveId }));
  const results = picked.flatMap((outcome) => (outcome.status === 'fulfilled' ? outcome.value.results : []));
  expect(picked.every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(results.filter(({ status }) => status === 'picked').length).toBeGreaterThan(0);
  expect((await listWaves(ctx, {})).rows).toMatchObject([{ orders: 1, picked: 1, status: 'closed' }]);
});
