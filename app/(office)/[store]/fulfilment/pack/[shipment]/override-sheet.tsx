'use client';

import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast-queue';
import { OVERRIDE_REASONS } from '@/lib/fulfilment/override-reasons';
import { useRun } from '../../../orders/[order]/use-run';
import { pack } from '../../actions';
import type { OpenParcel } from './pack-desk';

type Counted = Parameters<typeof pack>[1]['counted'];

/** Closes the box although not all was scanned; the reason is kept with the order. */
export function OverrideSheet(props: { slug: string; parcel: OpenParcel; counted: Counted; left: number }) {
  const t = useTranslations('fulfilment.pack');
  const { slug, parcel, counted, left } = props;
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(OVERRIDE_REASONS[0]);
  const { pending, failure, run } = useRun();
  const form = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t('override')}
      description={t('overrideBody', { count: left })}
      trigger={{ label: t('override') }}
      footer={
        <SubmitButton form={form} pending={pending} variant="primary">
          {t('pack')}
        </SubmitButton>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          const override = OVERRIDE_REASONS.find((known) => known === reason) ?? null;
          run(
            () => pack(slug, { shipmentId: parcel.shipmentId, counted, override }),
            () => {
              setOpen(false);
              toast({ title: t('done', { name: parcel.name }), tone: 'good' });
            },
          );
        }}
      >
        {failure ? <Notice tone="bad" alert title={failure.message} /> : null}
        <RadioGroup
          legend={t('reason')}
          name="reason"
          value={reason}
          onValueChange={setReason}
          options={OVERRIDE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
      </form>
    </Dialog>
  );
}
