'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { WarehouseFacts } from '@/lib/stock/warehouse-input';
import { useCountries } from './countries-context';
import { textOf, wholeOf } from './form-reading';
import { SettingsForm } from './settings-form';
import type { Save } from './use-saving';

/** The facts of a warehouse, new or known. */
export function WarehouseForm<R extends object>(props: {
  storeSlug: string;
  /** Which one it is. */
  record: R;
  warehouse: WarehouseFacts & { version?: number };
  save: Save<R & WarehouseFacts & { version: number }, unknown>;
  submitLabel: string;
  doneHref?: string;
}) {
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props.warehouse}
      save={props.save}
      submitLabel={props.submitLabel}
      {...(props.doneHref ? { hrefs: { done: props.doneHref } } : {})}
      toInput={(form, version) => ({
        ...props.record,
        version,
        code: textOf(form, 'code'),
        name: textOf(form, 'name'),
        country: textOf(form, 'country'),
        city: textOf(form, 'city'),
        postcode: textOf(form, 'postcode'),
        street: textOf(form, 'street'),
        priority: wholeOf(form, 'priority'),
      })}
    >
      {(errors, warehouse) => (
        <>
          <Called warehouse={warehouse} errors={errors} />
          <Stands warehouse={warehouse} errors={errors} />
        </>
      )}
    </SettingsForm>
  );
}

type Part = { warehouse: WarehouseFacts; errors: Record<string, string> };

function Called({ warehouse, errors }: Part) {
  const t = useTranslations('settings.warehouses');
  return (
    <Card title={t('called')}>
      <div className="flex flex-col gap-4">
        <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
          <TextInput name="name" defaultValue={warehouse.name} autoComplete="off" />
        </Field>
        <Field label={t('code')} help={t('codeHelp')} error={errors.code}>
          <TextInput name="code" defaultValue={warehouse.code} autoComplete="off" mono className="max-w-40" />
        </Field>
        <Field label={t('priority')} help={t('priorityHelp')} error={errors.priority}>
          <NumberInput
            name="priority"
            defaultValue={warehouse.priority}
            min={0}
            max={10_000}
            className="max-w-40"
          />
        </Field>
      </div>
    </Card>
  );
}

function Stands({ warehouse, errors }: Part) {
  const t = useTranslations('settings.warehouses');
  const countries = useCountries();
  return (
    <Card title={t('stands')}>
      <div className="flex flex-col gap-4">
        <Field label={t('street')} help={t('streetHelp')} error={errors.street} optional>
          <TextInput name="street" defaultValue={warehouse.street} autoComplete="off" />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('postcode')} error={errors.postcode} optional>
            <TextInput name="postcode" defaultValue={warehouse.postcode} autoComplete="off" />
          </Field>
          <Field label={t('city')} error={errors.city} optional>
            <TextInput name="city" defaultValue={warehouse.city} autoComplete="off" />
          </Field>
        </div>
        <Field label={t('country')} help={t('countryHelp')} error={errors.country}>
          <NativeSelect name="country" defaultValue={warehouse.country} options={countries} />
        </Field>
      </div>
    </Card>
  );
}
