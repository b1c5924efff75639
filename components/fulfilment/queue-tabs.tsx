import { useTranslations } from 'next-intl';
import { listAddress } from '@/components/products/list-address';
import { LinkTabs } from '@/components/ui/link-tabs';
import { QUEUE_COUNT_CAP, QUEUES, type Queue } from '@/lib/fulfilment/waiting-view';

/** The queues with how much waits in each, and the waves. */
export function QueueTabs(props: {
  base: string;
  current: Queue | 'waves';
  counts?: Record<Queue, number>;
  warehouseId?: string | null;
}) {
  const t = useTranslations('fulfilment');
  const { base, current, counts, warehouseId } = props;
  const count = (queue: Queue) =>
    counts && {
      count: t('count', {
        count: Math.min(counts[queue], QUEUE_COUNT_CAP - 1),
        more: counts[queue] >= QUEUE_COUNT_CAP ? 'yes' : 'no',
      }),
    };
  return (
    <LinkTabs
      label={t('queues.label')}
      tabs={[
        ...QUEUES.map((queue) => ({
          href: listAddress(queue === 'pick' ? base : `${base}/${queue}`, { warehouse: warehouseId }),
          label: t(`queues.${queue}`),
          current: queue === current,
          ...count(queue),
        })),
        { href: `${base}/waves`, label: t('queues.waves'), current: current === 'waves' },
      ]}
    />
  );
}
