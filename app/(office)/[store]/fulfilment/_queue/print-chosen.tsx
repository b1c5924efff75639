'use client';

import { useTranslations } from 'next-intl';
import { PrintMenu } from '@/components/fulfilment/print-menu';
import { useSelection } from '@/components/ui/selection';
import type { Queue } from '@/lib/fulfilment/waiting-view';

/** Paper for the ticked rows: a list of what to fetch, or a slip for each box. */
export function PrintChosen({ slug, queue }: { slug: string; queue: Queue }) {
  const t = useTranslations('fulfilment.print');
  const { ids } = useSelection();
  const print = `/${slug}/fulfilment/print`;
  if (queue !== 'pick') {
    return (
      <PrintMenu
        label={t('slips')}
        href={`${print}/slips?parcels=${ids.join()}`}
        variant="quiet"
        size="small"
      />
    );
  }
  const parts = ids.map((id) => id.split('.'));
  const [house, ...others] = new Set(parts.map(([, warehouse]) => warehouse));
  if (!house || others.length > 0) return null;
  const orders = parts.map(([order]) => order).join();
  const href = `${print}/pick-list?orders=${orders}&warehouse=${house}`;
  return <PrintMenu label={t('pickList')} href={href} variant="quiet" size="small" />;
}
