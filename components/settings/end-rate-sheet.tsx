'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { Id } from '@/lib/core/ids';
import { FormInSheet } from './form-in-sheet';
import { textOf } from './form-reading';
import type { Save } from './use-saving';

type EndRate = { taxRateId: Id<'txr'>; version: number; lastDay: string };

/** Gives a rate its last day. */
export function EndRateSheet(props: {
  storeSlug: string;
  rate: { id: Id<'txr'>; version: number; validFrom: string; said: string };
  today: string;
  save: Save<EndRate, unknown>;
}) {
  const t = useTranslations('settings.taxes');
  const { rate } = props;
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      save={props.save}
      trigger={{ label: t('end'), name: t('endNamed', { rate: rate.said }), size: 'small', variant: 'quiet' }}
      texts={{ title: t('endNamed', { rate: rate.said }), description: t('endNote'), submit: t('endRate') }}
      toInput={(form) => ({ taxRateId: rate.id, version: rate.version, lastDay: textOf(form, 'lastDay') })}
    >
      {(errors) => (
        <Field label={t('lastDay')} help={t('lastDayHelp')} error={errors.lastDay}>
          <TextInput type="date" name="lastDay" defaultValue={props.today} min={rate.validFrom} />
        </Field>
      )}
    </FormInSheet>
  );
}
