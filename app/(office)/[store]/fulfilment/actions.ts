'use server';

import { refresh } from 'next/cache';
import { createWave, createWaveInput } from '@/lib/fulfilment/create-wave';
import { cancelWave, closeWave, waveInput } from '@/lib/fulfilment/end-wave';
import { packChecked, packCheckedInput } from '@/lib/fulfilment/pack-checked';
import { pickShort, pickShortInput } from '@/lib/fulfilment/pick-short';
import { pickWave } from '@/lib/fulfilment/pick-wave';
import { shipMany, shipManyInput } from '@/lib/fulfilment/ship-many';
import { tickWave, tickWaveInput } from '@/lib/fulfilment/tick-wave';
import { action } from '@/lib/web/action';

/** Runs a verb and sends the page's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const openWave = action({ input: createWaveInput, run: createWave });
export const pack = action({ input: packCheckedInput, run: then(packChecked) });
export const short = action({ input: pickShortInput, run: pickShort });
export const shipAll = action({ input: shipManyInput, run: shipMany });
export const tick = action({ input: tickWaveInput, run: tickWave });
export const pickAll = action({ input: waveInput, run: then(pickWave) });
export const close = action({ input: waveInput, run: then(closeWave) });
export const cancel = action({ input: waveInput, run: then(cancelWave) });
