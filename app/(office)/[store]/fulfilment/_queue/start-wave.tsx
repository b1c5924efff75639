'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useSelection } from '@/components/ui/selection';
import { toast } from '@/components/ui/toast-queue';
import { isId, newId } from '@/lib/core/ids';
import { useRun } from '../../orders/[order]/use-run';
import { openWave } from '../actions';

type Input = Parameters<typeof openWave>[1];

/** Opens a wave once and goes to it. The id is made before, so that a second press opens no second wave. */
function useOpenWave(slug: string) {
  const t = useTranslations('fulfilment');
  const router = useRouter();
  const { pending, run } = useRun(true);
  const [waveId, setWave] = useState(() => newId('wav'));
  const open = (input: Omit<Input, 'waveId'>) =>
    run(
      () => openWave(slug, { ...input, waveId }),
      ({ number, orders, leftOut }) => {
        const note = leftOut > 0 ? { description: t('wave.leftOut', { count: leftOut }) } : {};
        toast({ title: t('wave.started', { number, orders }), tone: 'good', ...note });
        setWave(newId('wav'));
        router.push(`/${slug}/fulfilment/waves/${waveId}`);
      },
    );
  return { pending, open };
}

/** The ticked orders in one round; a row's id is its order and warehouse. */
export function StartWave({ slug, reason }: { slug: string; reason: string | null }) {
  const t = useTranslations('fulfilment');
  const { ids } = useSelection();
  const { pending, open } = useOpenWave(slug);
  const parts = ids.map((id) => id.split('.'));
  const houses = [...new Set(parts.map(([, house]) => house))];
  const warehouseId = houses.length === 1 ? houses[0] : undefined;
  const orders = parts.flatMap(([order]) => (isId('ord', order) ? [order] : []));
  return (
    <Button
      variant="primary"
      size="small"
      disabled={pending}
      reason={reason ?? (isId('whs', warehouseId) ? null : t('wave.oneHouse'))}
      onClick={() => isId('whs', warehouseId) && open({ warehouseId, orders })}
    >
      {t('wave.start')}
    </Button>
  );
}

/** Everything of a warehouse that must leave by the cut-off, the most urgent first. */
export function WaveOfDue(props: {
  slug: string;
  warehouses: readonly { id: string; name: string }[];
  chosen: string | null;
  dueBy: string;
  reason: string | null;
}) {
  const t = useTranslations('fulfilment');
  const { pending, open } = useOpenWave(props.slug);
  const only = props.warehouses.length === 1 ? props.warehouses[0]?.id : props.chosen;
  return (
    <Button
      variant="primary"
      disabled={pending}
      reason={props.reason ?? (isId('whs', only) ? null : t('wave.chooseHouse'))}
      onClick={() => isId('whs', only) && open({ warehouseId: only, orders: { dueBy: props.dueBy } })}
    >
      {t('wave.startDue')}
    </Button>
  );
}
