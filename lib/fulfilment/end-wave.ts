import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { pickWaveOrders, pickWaves } from '@/db/schema/fulfilment';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, type TxCtx, transact } from '@/lib/core/ctx';
import { record } from '@/lib/events/record';
import { idSchema } from '@/lib/orders/order-request';
import { type LoadedWave, loadWave, requireWave } from './load-wave';
import { waveSteps } from './wave-state';

export const waveInput = z.object({ waveId: idSchema('wav') });
export type WaveInput = z.output<typeof waveInput>;

/** The round is over: orders not picked may go into another wave. Twice is once. */
export async function closeWave(ctx: AnyCtx, input: WaveInput): Promise<{ repeated: boolean }> {
  allow(ctx, 'shipment.write');
  return transact(ctx, async (ctx) => {
    const wave = await loadWave(ctx, input.waveId);
    if (wave.status === waveSteps.close.to) return { repeated: true };
    requireWave(wave, waveSteps.close.from);
    await endWave(ctx, wave, 'closed');
    return { repeated: false };
  });
}

/** The round is not made: its orders are free for another wave. What was picked stays picked. Twice is once. */
export async function cancelWave(ctx: AnyCtx, input: WaveInput): Promise<{ repeated: boolean }> {
  allow(ctx, 'shipment.write');
  return transact(ctx, async (ctx) => {
    const wave = await loadWave(ctx, input.waveId);
    if (wave.status === waveSteps.cancel.to) return { repeated: true };
    requireWave(wave, waveSteps.cancel.from);
    await endWave(ctx, wave, 'canceled');
    return { repeated: false };
  });
}

/** Ends a wave that is locked and open. */
export async function endWave(ctx: TxCtx, wave: LoadedWave, status: 'closed' | 'canceled'): Promise<void> {
  const { id: waveId, number, members } = wave;
  await ctx.db
    .update(pickWaves)
    .set({ status, endedAt: ctx.now })
    .where(and(eq(pickWaves.storeId, ctx.store.id), eq(pickWaves.id, waveId)));
  await ctx.db
    .update(pickWaveOrders)
    .set({ open: false })
    .where(and(eq(pickWaveOrders.storeId, ctx.store.id), eq(pickWaveOrders.waveId, waveId)));
  const picked = members.filter((member) => member.status === 'picked').length;
  await record(ctx, `wave.${status}`, waveId, { number, picked, orders: members.length });
}
