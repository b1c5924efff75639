'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { NumberInput } from '@/components/ui/number-input';
import { Sheet } from '@/components/ui/sheet';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast-queue';
import { newId, type OrderLineId } from '@/lib/core/ids';
import { useRun } from '../../../orders/[order]/use-run';
import { short } from '../../actions';
import type { OpenParcel } from './pack-desk';

/** Fewer are there than were picked: the parcel goes on with those, the rest waits to be picked again. */
export function ShortSheet({ slug, parcel }: { slug: string; parcel: OpenParcel }) {
  const t = useTranslations('fulfilment.pack');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [restId] = useState(() => newId('shp'));
  const [there, setThere] = useState<ReadonlyMap<OrderLineId, number>>(new Map());
  const { pending, failure, run } = useRun();
  const form = useId();
  const found = parcel.lines.map(({ lineId, quantity }) => ({
    lineId,
    quantity: Math.min(quantity, there.get(lineId) ?? quantity),
  }));
  const isWhole = found.every(({ quantity }, place) => quantity === parcel.lines[place]?.quantity);

  function send() {
    run(
      () => short(slug, { shipmentId: parcel.shipmentId, restId, found }),
      (done) => {
        setOpen(false);
        toast({ title: t('shortDone', { name: parcel.name }), tone: 'good' });
        const base = `/${slug}/fulfilment/pack`;
        router.replace(done.restId ? `${base}/${done.restId}` : base);
      },
    );
  }

  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title={t('short')}
      description={t('shortBody', { warehouse: parcel.warehouse })}
      trigger={{ label: t('short'), variant: 'quiet' }}
      footer={
        <SubmitButton
          form={form}
          pending={pending}
          variant="primary"
          reason={isWhole ? t('nothingShort') : null}
        >
          {t('shortSubmit')}
        </SubmitButton>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWhole) send();
        }}
      >
        {failure ? <Notice tone="bad" alert title={failure.message} /> : null}
        {parcel.lines.map((line, place) => (
          <Field key={line.lineId} label={t('there', { sku: line.sku })} help={line.title}>
            <NumberInput
              value={found[place]?.quantity ?? line.quantity}
              min={0}
              max={line.quantity}
              onValueChange={(units) =>
                setThere((before) => new Map(before).set(line.lineId, units ?? line.quantity))
              }
            />
          </Field>
        ))}
      </form>
    </Sheet>
  );
}
