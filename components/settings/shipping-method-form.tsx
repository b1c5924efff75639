'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { CreateShippingMethodInput } from '@/lib/stores/create-shipping-method';
import { CountriesField } from './countries-field';
import { allOf, optionalWholeOf, textOf, wholeOf } from './form-reading';
import { SettingsForm } from './settings-form';
import type { Save } from './use-saving';

export type MethodFacts = Omit<CreateShippingMethodInput, 'id'>;

/** The facts of a way to ship, new or known. */
export function ShippingMethodForm<R extends object>(props: {
  storeSlug: string;
  currency: string;
  /** Which one it is. */
  record: R;
  method: Required<MethodFacts> & { version?: number };
  save: Save<R & MethodFacts & { version: number }, unknown>;
  submitLabel: string;
  doneHref?: string;
}) {
  const t = useTranslations('settings.shipping');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props.method}
      save={props.save}
      submitLabel={props.submitLabel}
      {...(props.doneHref ? { hrefs: { done: props.doneHref } } : {})}
      toInput={(form, version) => ({
        ...props.record,
        version,
        name: textOf(form, 'name'),
        carrier: textOf(form, 'carrier'),
        priceMinor: wholeOf(form, 'priceMinor'),
        freeFromMinor: optionalWholeOf(form, 'freeFromMinor'),
        countries: allOf(form, 'countries'),
        transitDaysMin: wholeOf(form, 'transitDaysMin'),
        transitDaysMax: wholeOf(form, 'transitDaysMax'),
      })}
    >
      {(errors, method) => (
        <>
          <Card title={t('what')}>
            <div className="flex flex-col gap-4">
              <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
                <TextInput name="name" defaultValue={method.name} autoComplete="off" />
              </Field>
              <Field label={t('carrier')} help={t('carrierHelp')} error={errors.carrier} optional>
                <TextInput name="carrier" defaultValue={method.carrier} autoComplete="off" />
              </Field>
            </div>
          </Card>
          <Price method={method} currency={props.currency} errors={errors} />
          <Reach method={method} errors={errors} />
        </>
      )}
    </SettingsForm>
  );
}

type Part = { method: Required<MethodFacts>; errors: Record<string, string> };

function Price({ method, currency, errors }: Part & { currency: string }) {
  const t = useTranslations('settings.shipping');
  return (
    <Card title={t('price')}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('priceMinor')} help={t('priceHelp')} error={errors.priceMinor}>
          <MoneyInput name="priceMinor" currency={currency} defaultMinor={method.priceMinor} />
        </Field>
        <Field label={t('freeFrom')} help={t('freeFromHelp')} error={errors.freeFromMinor} optional>
          <MoneyInput name="freeFromMinor" currency={currency} defaultMinor={method.freeFromMinor} />
        </Field>
      </div>
    </Card>
  );
}

function Reach({ method, errors }: Part) {
  const t = useTranslations('settings.shipping');
  const [min, setMin] = useState(method.transitDaysMin);
  return (
    <Card title={t('reach')}>
      <div className="flex flex-col gap-4">
        <CountriesField chosen={method.countries} error={errors.countries} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('transitMin')} help={t('transitHelp')} error={errors.transitDaysMin}>
            <NumberInput
              name="transitDaysMin"
              value={min}
              onValueChange={(days) => setMin(days ?? 0)}
              min={0}
              max={90}
              unit={t('days')}
            />
          </Field>
          <Field label={t('transitMax')} help={t('promiseHelp')} error={errors.transitDaysMax}>
            <NumberInput
              name="transitDaysMax"
              defaultValue={method.transitDaysMax}
              min={0}
              max={90}
              unit={t('days')}
            />
          </Field>
        </div>
      </div>
    </Card>
  );
}
