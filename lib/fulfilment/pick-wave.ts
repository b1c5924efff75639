import { and, asc, eq, ne } from 'drizzle-orm';
import { pickWaveOrders, pickWaveTicks } from '@/db/schema/fulfilment';
import { orderAllocations, orderLines } from '@/db/schema/orders';
import { allow } from '@/lib/access/allow';
import { type AnyCtx, read, type TxCtx, transact } from '@/lib/core/ctx';
import { conflict, DomainError } from '@/lib/core/errors';
import type { OrderId, WaveId } from '@/lib/core/ids';
import { record } from '@/lib/events/record';
import { pickUnits } from '@/lib/shipping/pick-units';
import { endWave, type WaveInput } from './end-wave';
import { type LoadedWave, loadWave, requireWave } from './load-wave';
import { type OrderShare, type PromisedLine, shareFound } from './share-found';
import { waveSteps } from './wave-state';

/** What became of one order: picked, wholly or in part, or skipped with why. */
export type PickedOrder = {
  orderId: OrderId;
  status: 'picked' | 'skipped';
  units: number;
  /** Units that were promised and not found: they stay promised. */
  short: number;
  reason: string | null;
};
export type WavePicked = {
  results: PickedOrder[];
  picked: number;
  skipped: number;
  short: number;
  closed: boolean;
};

/**
 * Picks every order of a wave that still waits, each in a transaction of its own, so that one that can not be picked
 * holds up no other. Where everything was picked the wave closes. Run again, it does what is left.
 */
export async function pickWave(ctx: AnyCtx, input: WaveInput): Promise<WavePicked> {
  allow(ctx, 'shipment.write');
  const { wave, shares } = await transact(ctx, async (ctx) => {
    const wave = await loadWave(ctx, input.waveId);
    return { wave, shares: await readShares(ctx, wave) };
  });
  if (wave.status === waveSteps.close.to) return summed([], true);
  requireWave(wave, waveSteps.pick.from);
  const results: PickedOrder[] = [];
  for (const member of wave.members.filter((known) => known.status !== 'picked')) {
    results.push(await pickMember(ctx, wave, member, shares.get(member.orderId)));
  }
  return summed(results, await closeWhenPicked(ctx, input.waveId));
}

function summed(results: PickedOrder[], closed: boolean): WavePicked {
  const picked = results.filter(({ status }) => status === 'picked').length;
  const short = results.reduce((sum, result) => sum + result.short, 0);
  return { results, picked, skipped: results.length - picked, short, closed };
}

type Member = LoadedWave['members'][number];

async function pickMember(
  ctx: AnyCtx,
  wave: LoadedWave,
  { orderId, shipmentId }: Member,
  share: OrderShare | undefined,
): Promise<PickedOrder> {
  const lines = share?.lines ?? [];
  const short = share?.short ?? 0;
  const units = lines.reduce((sum, line) => sum + line.quantity, 0);
  try {
    if (units === 0) {
      throw conflict(short > 0 ? 'fulfilment.errors.notFound' : 'order-errors.nothingToPick');
    }
    await transact(ctx, async (ctx) => {
      await pickUnits(ctx, { orderId, shipmentId, warehouseId: wave.warehouseId, lines });
      await markMember(ctx, wave.id, orderId, 'picked', '');
    });
    return { orderId, status: 'picked', units, short, reason: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // What is kept is said again later, without what it was told: its words must need nothing.
    const reason = error.details.params ? 'fulfilment.errors.notReady' : error.key;
    await transact(ctx, (ctx) => markMember(ctx, wave.id, orderId, 'skipped', reason));
    return { orderId, status: 'skipped', units: 0, short, reason };
  }
}

async function markMember(
  ctx: TxCtx,
  waveId: WaveId,
  orderId: OrderId,
  status: PickedOrder['status'],
  reason: string,
): Promise<void> {
  await ctx.db
    .update(pickWaveOrders)
    .set({ status, reason })
    .where(
      and(
        eq(pickWaveOrders.storeId, ctx.store.id),
        eq(pickWaveOrders.waveId, waveId),
        eq(pickWaveOrders.orderId, orderId),
        // Somebody else may have picked it while we found nothing left.
        status === 'skipped' ? ne(pickWaveOrders.status, 'picked') : undefined,
      ),
    );
}

async function closeWhenPicked(ctx: AnyCtx, waveId: WaveId): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const wave = await loadWave(ctx, waveId);
    const picked = wave.members.filter(({ status }) => status === 'picked').length;
    await record(ctx, 'wave.picked', waveId, { number: wave.number, picked, orders: wave.members.length });
    if (picked < wave.members.length || !waveSteps.close.from.some((from) => from === wave.status))
      return false;
    await endWave(ctx, wave, 'closed');
    return true;
  });
}

/** What each waiting order gets of what was found. Two statements. */
async function readShares(ctx: AnyCtx, wave: LoadedWave): Promise<Map<OrderId, OrderShare>> {
  return read(ctx, async (ctx) => {
    const here = and(eq(pickWaveOrders.storeId, ctx.store.id), eq(pickWaveOrders.waveId, wave.id));
    const [promised, ticks] = await Promise.all([
      ctx.db
        .select(PROMISED)
        .from(pickWaveOrders)
        .innerJoin(
          orderAllocations,
          and(
            eq(orderAllocations.storeId, pickWaveOrders.storeId),
            eq(orderAllocations.orderId, pickWaveOrders.orderId),
            eq(orderAllocations.warehouseId, pickWaveOrders.warehouseId),
          ),
        )
        .innerJoin(
          orderLines,
          and(eq(orderLines.storeId, orderAllocations.storeId), eq(orderLines.id, orderAllocations.lineId)),
        )
        .where(here)
        .orderBy(asc(pickWaveOrders.position), asc(orderLines.position)),
      ctx.db
        .select({ sku: pickWaveTicks.sku, found: pickWaveTicks.found })
        .from(pickWaveTicks)
        .where(and(eq(pickWaveTicks.storeId, ctx.store.id), eq(pickWaveTicks.waveId, wave.id))),
    ]);
    const found = new Map(ticks.map((tick) => [tick.sku, tick.found]));
    return shareFound(promised satisfies PromisedLine[], found);
  });
}

const PROMISED = {
  orderId: orderAllocations.orderId,
  lineId: orderAllocations.lineId,
  sku: orderLines.sku,
  quantity: orderAllocations.quantity,
};
