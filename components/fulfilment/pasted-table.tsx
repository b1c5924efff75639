'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import type { PreviewedRow, ShippingPreview } from '@/lib/fulfilment/preview-shipping';
import type { ShippedParcel } from '@/lib/fulfilment/ship-many';

const GOOD = { tint: 'bg-good-soft text-good', fill: 'full' };
const READY = { tint: 'bg-info-soft text-info', fill: 'half' };
const WAITS = { tint: 'bg-warn-soft text-warn', fill: 'empty' };
const BAD = { tint: 'bg-bad-soft text-bad', fill: 'full' };

/** Each pasted line with what it would do, and afterwards what it did. */
export function PastedTable(props: {
  preview: ShippingPreview;
  results: readonly ShippedParcel[];
  action: ReactNode;
}) {
  const t = useTranslations('fulfilment.paste');
  const { rows, ready } = props.preview;
  return (
    <Card
      title={t('result')}
      note={<span role="status">{t('checked', { rows: rows.length, ready })}</span>}
      actions={props.action}
      flush
    >
      <ul className="divide-y">
        {rows.map((row, place) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: pasted lines have no other identity
            key={place}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,1fr)_16rem]"
          >
            <span className="code font-medium break-all">{row.order}</span>
            <span className="code break-all max-sm:order-3">{row.trackingNumber || '–'}</span>
            <span className="text-ink-2 max-sm:order-4 max-sm:text-right">{row.carrier || '–'}</span>
            <span className="justify-self-end max-sm:order-2">
              <Outcome
                row={row}
                result={props.results.find(({ shipmentId }) => shipmentId === row.shipmentId)}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Outcome({ row, result }: { row: PreviewedRow; result: ShippedParcel | undefined }) {
  const t = useTranslations('fulfilment.paste');
  const say = useTranslations();
  if (result) {
    const look = result.status === 'failed' ? BAD : GOOD;
    return (
      <span className="flex flex-col items-end gap-0.5">
        <Mark look={look}>{t(`outcome.${result.status}`)}</Mark>
        {result.reason ? (
          <span className="text-13 text-ink-2">{say(result.reason, result.params)}</span>
        ) : null}
      </span>
    );
  }
  const isDone = row.state === 'shipped';
  return <Mark look={row.state === 'ready' ? READY : isDone ? GOOD : WAITS}>{t(`state.${row.state}`)}</Mark>;
}

const Mark = ({ look, children }: { look: { tint: string; fill: string }; children: ReactNode }) => (
  <span className={`status-dot h-auto! whitespace-normal! ${look.tint}`} data-fill={look.fill}>
    {children}
  </span>
);
