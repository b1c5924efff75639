import { and, asc, eq } from 'drizzle-orm';
import { pickWaveOrders, pickWaves } from '@/db/schema/fulfilment';
import type { TxCtx } from '@/lib/core/ctx';
import { conflict, notFound } from '@/lib/core/errors';
import type { WaveId } from '@/lib/core/ids';
import type { WaveStatus } from './wave-state';

export type LoadedWave = Awaited<ReturnType<typeof loadWave>>;

/** Locks a wave for a change and reads which orders are in it. */
export async function loadWave(ctx: TxCtx, waveId: WaveId) {
  const [wave] = await ctx.db
    .select({
      id: pickWaves.id,
      number: pickWaves.number,
      warehouseId: pickWaves.warehouseId,
      status: pickWaves.status,
    })
    .from(pickWaves)
    .where(and(eq(pickWaves.storeId, ctx.store.id), eq(pickWaves.id, waveId)))
    .for('update');
  if (!wave) throw notFound('fulfilment.errors.waveNotFound');
  const members = await ctx.db
    .select({
      orderId: pickWaveOrders.orderId,
      shipmentId: pickWaveOrders.shipmentId,
      status: pickWaveOrders.status,
      reason: pickWaveOrders.reason,
    })
    .from(pickWaveOrders)
    .where(and(eq(pickWaveOrders.storeId, ctx.store.id), eq(pickWaveOrders.waveId, waveId)))
    .orderBy(asc(pickWaveOrders.position));
  return { ...wave, members };
}

/** The wave must stand where a step may begin; otherwise CONFLICT says what it is now. */
export function requireWave(wave: LoadedWave, from: readonly WaveStatus[]): void {
  if (!from.includes(wave.status)) throw conflict('fulfilment.errors.waveStands', { status: wave.status });
}
