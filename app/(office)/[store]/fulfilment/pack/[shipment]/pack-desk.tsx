'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PackLine } from '@/components/fulfilment/pack-line';
import { type ScanAnswer, ScanField } from '@/components/fulfilment/scan-field';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toast-queue';
import type { OrderLineId, ShipmentId } from '@/lib/core/ids';
import type { ParcelLine } from '@/lib/fulfilment/get-parcel';
import { matchScan } from '@/lib/fulfilment/match-scan';
import { useRun } from '../../../orders/[order]/use-run';
import { pack } from '../../actions';
import { OverrideSheet } from './override-sheet';
import { ShortSheet } from './short-sheet';

export type OpenParcel = {
  shipmentId: ShipmentId;
  name: string;
  warehouse: string;
  lines: readonly ParcelLine[];
};

/** The open box: what a scanner says is counted in, what does not belong is refused, and a full box is closed. */
export function PackDesk(props: { slug: string; parcel: OpenParcel; reason: string | null }) {
  const t = useTranslations('fulfilment.pack');
  const { slug, parcel, reason } = props;
  const [scanned, setScanned] = useState<ReadonlyMap<OrderLineId, number>>(new Map());
  const { pending, run } = useRun(true);
  const have = (line: ParcelLine) => scanned.get(line.lineId) ?? 0;
  const units = parcel.lines.reduce((sum, line) => sum + line.quantity, 0);
  const inside = parcel.lines.reduce((sum, line) => sum + have(line), 0);
  const left = units - inside;

  const count = (line: ParcelLine, quantity: number) =>
    setScanned((before) => new Map(before).set(line.lineId, quantity));

  function scan(code: string): ScanAnswer {
    const matches = matchScan(parcel.lines, code);
    const line = matches.find((match) => have(match) < match.quantity);
    const [known] = matches;
    if (!known) return { ok: false, text: t('wrong', { code }) };
    if (!line) return { ok: false, text: t('surplus', { sku: known.sku }) };
    count(line, have(line) + 1);
    if (left === 1) return { ok: true, text: t('complete', { units }) };
    return {
      ok: true,
      text: t('counted', { sku: line.sku, scanned: have(line) + 1, quantity: line.quantity }),
    };
  }

  const counted = parcel.lines.map((line) => ({ lineId: line.lineId, quantity: have(line) }));
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
      <Card title={t('inside')} note={t('progress', { scanned: inside, units })} flush>
        {reason ? null : (
          <div className="border-b px-4 py-3">
            <ScanField label={t('scan')} help={t('scanHelp')} onScan={scan} />
          </div>
        )}
        <ul className="divide-y">
          {parcel.lines.map((line) => (
            <PackLine
              key={line.lineId}
              line={line}
              scanned={have(line)}
              onCount={reason ? null : (quantity) => count(line, quantity)}
            />
          ))}
        </ul>
      </Card>
      <div className="flex flex-col gap-2 max-lg:sticky max-lg:bottom-0 max-lg:-mx-4 max-lg:border-t max-lg:bg-surface max-lg:px-4 max-lg:py-3">
        <Button
          variant="primary"
          size="large"
          disabled={pending}
          reason={reason ?? (left > 0 ? t('left', { count: left }) : null)}
          onClick={() =>
            run(
              () => pack(slug, { shipmentId: parcel.shipmentId, counted, override: null }),
              () => toast({ title: t('done', { name: parcel.name }), tone: 'good' }),
            )
          }
        >
          {t('pack')}
        </Button>
        {reason ? null : (
          <div className="flex flex-wrap gap-2">
            {left > 0 ? <OverrideSheet slug={slug} parcel={parcel} counted={counted} left={left} /> : null}
            <ShortSheet slug={slug} parcel={parcel} />
          </div>
        )}
      </div>
    </div>
  );
}
