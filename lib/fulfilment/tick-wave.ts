import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { pickWaveTicks } from '@/db/schema/fulfilment';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, transact } from '@/lib/core/ctx';
import { idSchema, MAX_UNITS } from '@/lib/orders/order-request';
import { loadWave, requireWave } from './load-wave';
import { waveSteps } from './wave-state';

export const tickWaveInput = z.object({
  waveId: idSchema('wav'),
  sku: z.string().min(1).max(100),
  /** How many were found; null takes the tick away. The last word counts, so that sending it twice is sending it once. */
  found: z.int().min(0).max(MAX_UNITS).nullable(),
});
export type TickWaveInput = z.output<typeof tickWaveInput>;

/** Notes that a SKU's units lie on the trolley. */
export async function tickWave(ctx: AnyCtx, input: TickWaveInput): Promise<void> {
  allow(ctx, 'shipment.write');
  await transact(ctx, async (ctx) => {
    const wave = await loadWave(ctx, input.waveId);
    requireWave(wave, waveSteps.pick.from);
    const { waveId, sku, found } = input;
    const here = [eq(pickWaveTicks.storeId, ctx.store.id), eq(pickWaveTicks.waveId, waveId)];
    if (found === null) {
      await ctx.db.delete(pickWaveTicks).where(and(...here, eq(pickWaveTicks.sku, sku)));
      return;
    }
    await ctx.db
      .insert(pickWaveTicks)
      .values({ storeId: ctx.store.id, waveId, sku, found, at: ctx.now })
      .onConflictDoUpdate({
        target: [pickWaveTicks.storeId, pickWaveTicks.waveId, pickWaveTicks.sku],
        set: { found, at: ctx.now },
      });
  });
}
