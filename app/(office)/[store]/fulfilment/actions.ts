'use server';

import { createWave, createWaveInput } from '@/lib/fulfilment/create-wave';
import { cancelWave, closeWave, waveInput } from '@/lib/fulfilment/end-wave';
import { packChecked, packCheckedInput } from '@/lib/fulfilment/pack-checked';
import { pickShort, pickShortInput } from '@/lib/fulfilment/pick-short';
import { pickWave } from '@/lib/fulfilment/pick-wave';
import { shipMany, shipManyInput } from '@/lib/fulfilment/ship-many';
import { tickWave, tickWaveInput } from '@/lib/fulfilment/tick-wave';
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const openWave = action({ input: createWaveInput, run: createWave });
export const pack = action({ input: packCheckedInput, run: thenRefresh(packChecked) });
export const short = action({ input: pickShortInput, run: pickShort });
export const shipAll = action({ input: shipManyInput, run: shipMany });
export const tick = action({ input: tickWaveInput, run: tickWave });
export const pickAll = action({ input: waveInput, run: thenRefresh(pickWave) });
export const close = action({ input: waveInput, run: thenRefresh(closeWave) });
export const cancel = action({ input: waveInput, run: thenRefresh(cancelWave) });
