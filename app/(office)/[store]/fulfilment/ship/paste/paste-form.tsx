'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { PastedTable } from '@/components/fulfilment/pasted-table';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { toast } from '@/components/ui/toast-queue';
import type { PreviewedRow, ShippingPreview } from '@/lib/fulfilment/preview-shipping';
import { MOST_PASTED, readPasted } from '@/lib/fulfilment/read-pasted';
import type { ShippedParcel } from '@/lib/fulfilment/ship-many';
import { CARRIERS } from '@/lib/shipping/carriers';
import type { ActionResult } from '@/lib/web/action-result';
import { useRun } from '../../../orders/[order]/use-run';
import { shipAll } from '../../actions';

/** Asks what a table would do. It throws when nobody answers. */
async function askPreview(slug: string, input: unknown): Promise<ActionResult<ShippingPreview>> {
  const answer = await fetch(`/${slug}/fulfilment/ship/preview`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return answer.json();
}

/** Many parcels at once: paste, see what each line would do, ship those that are ready. */
export function PasteForm({ slug }: { slug: string }) {
  const t = useTranslations('fulfilment.paste');
  const carriers = useId();
  const [text, setText] = useState('');
  const [carrier, setCarrier] = useState('');
  const [preview, setPreview] = useState<ShippingPreview | null>(null);
  const [results, setResults] = useState<readonly ShippedParcel[]>([]);
  const { pending, failure, run } = useRun();
  const pasted = readPasted(text);

  function check(event: FormEvent) {
    event.preventDefault();
    const rows = pasted.slice(0, MOST_PASTED).map(({ line: _, ...row }) => row);
    setResults([]);
    run(() => askPreview(slug, { rows, carrier }), setPreview);
  }

  function send(rows: readonly PreviewedRow[]) {
    const parcels = rows.flatMap(({ state, shipmentId, carrier: by, trackingNumber }) =>
      state === 'ready' && shipmentId ? [{ shipmentId, carrier: by, trackingNumber }] : [],
    );
    run(
      () => shipAll(slug, { parcels }),
      (done) => {
        setResults(done.results);
        const { shipped, failed } = done;
        toast({ title: t('done', { shipped, failed }), tone: failed === 0 ? 'good' : 'info' });
      },
    );
  }

  return (
    <div className="grid gap-4">
      <Card>
        <form className="flex flex-col gap-3" onSubmit={check}>
          {failure ? <Notice tone="bad" alert title={failure.message} /> : null}
          <Field label={t('table')}>
            <Textarea
              rows={7}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setPreview(null);
              }}
              spellCheck={false}
              className="font-mono"
            />
          </Field>
          <div className="flex flex-wrap items-start gap-3">
            <Field label={t('carrier')} help={t('carrierHelp')} className="w-72 max-sm:w-full">
              <TextInput
                value={carrier}
                onChange={(event) => {
                  setCarrier(event.target.value);
                  setPreview(null);
                }}
                list={carriers}
                maxLength={80}
                autoComplete="off"
              />
            </Field>
            <datalist id={carriers}>
              {CARRIERS.map((name) => (
                <option key={name} value={name} />
              ))}
            </datalist>
            <Button
              type="submit"
              disabled={pending}
              reason={pasted.length === 0 ? t('none') : null}
              variant={preview ? 'default' : 'primary'}
              className="sm:mt-[25px]"
            >
              {t('check')}
            </Button>
          </div>
          {pasted.length > MOST_PASTED ? (
            <Notice tone="warn" title={t('tooMany', { most: MOST_PASTED })} />
          ) : null}
        </form>
      </Card>
      {preview ? (
        <PastedTable
          preview={preview}
          results={results}
          action={
            results.length === 0 ? (
              <Button
                variant="primary"
                disabled={pending}
                reason={preview.ready === 0 ? t('nothing') : null}
                onClick={() => send(preview.rows)}
              >
                {t('ship', { count: preview.ready })}
              </Button>
            ) : (
              <Button
                onClick={() => {
                  setText('');
                  setPreview(null);
                  setResults([]);
                }}
              >
                {t('again')}
              </Button>
            )
          }
        />
      ) : null}
    </div>
  );
}
