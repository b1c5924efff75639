'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RoundLine } from '@/components/fulfilment/round-line';
import { type ScanAnswer, ScanField } from '@/components/fulfilment/scan-field';
import { Card } from '@/components/ui/card';
import { toast } from '@/components/ui/toast-queue';
import type { WaveId } from '@/lib/core/ids';
import type { PickLine } from '@/lib/fulfilment/get-wave';
import { matchScan } from '@/lib/fulfilment/match-scan';
import { tick } from '../../actions';

/** The round: shelf by shelf what to fetch and for whom; a scan counts one, a tap all of a line. */
export function Round(props: {
  slug: string;
  waveId: WaveId;
  lines: readonly PickLine[];
  numberPrefix: string;
  editable: boolean;
}) {
  const t = useTranslations('fulfilment.wave');
  const { slug, waveId, lines } = props;
  const [found, setFound] = useState(() => new Map(lines.map((line) => [line.sku, line.found])));
  // Scans come faster than answers: they are sent one after the other, and the last word counts.
  const sending = useRef<Promise<unknown>>(Promise.resolve());

  function count(sku: string, units: number | null) {
    setFound((before) => new Map(before).set(sku, units));
    sending.current = sending.current.then(async () => {
      const result = await tick(slug, { waveId, sku, found: units });
      if (!result.ok) toast({ title: result.message, tone: 'bad' });
    });
  }

  function scan(code: string): ScanAnswer {
    const [line] = matchScan(lines, code);
    if (!line) return { ok: false, text: t('unknown', { code }) };
    const { sku, quantity } = line;
    const have = found.get(sku) ?? 0;
    if (have >= quantity) return { ok: false, text: t('tooMany', { sku }) };
    count(sku, have + 1);
    return { ok: true, text: t('counted', { sku, found: have + 1, quantity }) };
  }

  const done = lines.filter(({ sku, quantity }) => found.get(sku) === quantity).length;
  const isShort = lines.some(({ sku, quantity }) => (found.get(sku) ?? quantity) < quantity);
  return (
    <Card title={t('round')} note={t('done', { done, lines: lines.length })} flush>
      {props.editable ? (
        <div className="border-b px-4 py-3">
          <ScanField label={t('scan')} help={t('scanHelp')} onScan={scan} />
          {isShort ? <p className="mt-1 text-13 text-ink-2">{t('shortHelp')}</p> : null}
        </div>
      ) : null}
      <ul className="divide-y">
        {lines.map((line) => (
          <RoundLine
            key={`${line.bin}|${line.sku}`}
            line={line}
            found={found.get(line.sku) ?? null}
            numberPrefix={props.numberPrefix}
            onCount={props.editable ? (units) => count(line.sku, units) : null}
          />
        ))}
      </ul>
    </Card>
  );
}
