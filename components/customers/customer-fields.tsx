'use client';

import { useTranslations } from 'next-intl';
import { textOf } from '@/components/settings/form-reading';
import { Field } from '@/components/ui/field';
import { NativeSelect, type SelectOption } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';

export type CustomerValues = {
  name: string;
  email: string | null;
  phone: string | null;
  company: string;
  country: string | null;
  locale: string | null;
  externalId: string | null;
};

/** What a form carries of a customer; blank is absent. */
export function readCustomer(form: FormData): CustomerValues {
  return {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    phone: textOf(form, 'phone'),
    company: textOf(form, 'company'),
    country: textOf(form, 'country'),
    locale: textOf(form, 'locale'),
    externalId: textOf(form, 'externalId'),
  };
}

/** Who a customer is and how to reach them. */
export function CustomerFields(props: {
  values: CustomerValues | null;
  errors: Record<string, string>;
  countries: readonly SelectOption[];
}) {
  const t = useTranslations('customers');
  const { values, errors, countries } = props;
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('fields.name')} error={errors.name}>
        <TextInput name="name" defaultValue={values?.name} autoComplete="off" />
      </Field>
      <Field label={t('fields.email')} help={t('fields.emailHelp')} error={errors.email} optional>
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          defaultValue={values?.email ?? ''}
          autoComplete="off"
        />
      </Field>
      <Field label={t('fields.phone')} help={t('fields.phoneHelp')} error={errors.phone} optional>
        <TextInput name="phone" type="tel" defaultValue={values?.phone ?? ''} autoComplete="off" />
      </Field>
      <Field label={t('fields.company')} error={errors.company} optional>
        <TextInput name="company" defaultValue={values?.company} autoComplete="off" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('fields.country')} error={errors.country} optional>
          <NativeSelect
            name="country"
            defaultValue={values?.country ?? ''}
            options={countries}
            placeholder={t('fields.unknown')}
          />
        </Field>
        <Field label={t('fields.locale')} help={t('fields.localeHelp')} error={errors.locale} optional>
          <NativeSelect
            name="locale"
            defaultValue={values?.locale ?? ''}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value].name }))}
            placeholder={t('fields.unknown')}
          />
        </Field>
      </div>
      <Field
        label={t('fields.externalId')}
        help={t('fields.externalIdHelp')}
        error={errors.externalId}
        optional
      >
        <TextInput
          name="externalId"
          defaultValue={values?.externalId ?? ''}
          autoComplete="off"
          mono
          className="w-56"
        />
      </Field>
    </div>
  );
}
