'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import type { TriggerLook } from '@/components/ui/overlay-trigger';
import { TextInput } from '@/components/ui/text-input';
import type { AddTaxRateInput } from '@/lib/stores/add-tax-rate';
import { useCountries } from './countries-context';
import { FormInSheet } from './form-in-sheet';
import { textOf } from './form-reading';
import { percentOf, percentText } from './percent-text';
import type { Save } from './use-saving';

export type RateFacts = Omit<AddTaxRateInput, 'id'>;

/** A tax rate, new or known, in a panel. */
export function TaxRateSheet<R extends object>(props: {
  storeSlug: string;
  record: R;
  rate: RateFacts;
  trigger: TriggerLook;
  isNew: boolean;
  save: Save<R & RateFacts, unknown>;
}) {
  const t = useTranslations('settings.taxes');
  const countries = [{ value: '*', label: t('elsewhere') }, ...useCountries()];
  const { rate } = props;
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      save={props.save}
      trigger={props.trigger}
      texts={{
        title: t(props.isNew ? 'addRate' : 'editRate'),
        description: t('rateNote'),
        submit: t(props.isNew ? 'addRate' : 'saveRate'),
      }}
      toInput={(form) => ({
        ...props.record,
        taxClass: rate.taxClass,
        country: textOf(form, 'country'),
        name: textOf(form, 'name'),
        ratePpm: percentOf(textOf(form, 'percent')),
        validFrom: textOf(form, 'validFrom'),
        validTo: textOf(form, 'validTo') || null,
      })}
    >
      {(errors) => (
        <>
          <Field label={t('country')} help={t('countryHelp')} error={errors.country}>
            <NativeSelect name="country" defaultValue={rate.country} options={countries} />
          </Field>
          <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
            <TextInput name="name" defaultValue={rate.name} autoComplete="off" />
          </Field>
          <Field label={t('rate')} help={t('rateHelp')} error={errors.ratePpm ? t('ratePercent') : undefined}>
            <TextInput
              name="percent"
              inputMode="decimal"
              defaultValue={props.isNew ? '' : percentText(rate.ratePpm)}
              after="%"
              autoComplete="off"
              className="max-w-32"
            />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('validFrom')} help={t('validFromHelp')} error={errors.validFrom}>
              <TextInput type="date" name="validFrom" defaultValue={rate.validFrom} />
            </Field>
            <Field label={t('validTo')} help={t('validToHelp')} error={errors.validTo} optional>
              <TextInput type="date" name="validTo" defaultValue={rate.validTo ?? ''} />
            </Field>
          </div>
        </>
      )}
    </FormInSheet>
  );
}
