'use client';

import { useTranslations } from 'next-intl';
import { textOf } from '@/components/settings/form-reading';
import { Field } from '@/components/ui/field';
import { NativeSelect, type SelectOption } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import type { Address } from '@/lib/core/address';

/** What a form carries of an address, its names beginning with `address.`. */
export function readAddressForm(form: FormData): Address {
  const at = (field: keyof Address) => textOf(form, `address.${field}`);
  return {
    name: at('name'),
    company: at('company'),
    line1: at('line1'),
    line2: at('line2'),
    city: at('city'),
    region: at('region'),
    postcode: at('postcode'),
    country: at('country'),
    phone: at('phone'),
  };
}

/** Whether anybody typed a place to send to. */
export const isBlankAddress = (address: Address) =>
  [address.line1, address.line2, address.city, address.postcode].every((text) => text === '');

/** An address as people write it. Errors are named `address/line1`. */
export function AddressFields(props: {
  values: Address | null;
  errors: Record<string, string>;
  countries: readonly SelectOption[];
}) {
  const t = useTranslations('customers');
  const { values, errors, countries } = props;
  const text = (field: keyof Address, optional = false) => (
    <Field label={t(`address.${field}`)} error={errors[`address/${field}`]} optional={optional}>
      <TextInput name={`address.${field}`} defaultValue={values?.[field]} autoComplete="off" />
    </Field>
  );
  return (
    <div className="flex flex-col gap-4">
      {text('name')}
      {text('company', true)}
      {text('line1')}
      {text('line2', true)}
      <div className="grid gap-4 sm:grid-cols-2">
        {text('postcode', true)}
        {text('city')}
        {text('region', true)}
        <Field label={t('address.country')} error={errors['address/country']}>
          <NativeSelect
            name="address.country"
            defaultValue={values?.country ?? ''}
            options={countries}
            placeholder={t('fields.choose')}
          />
        </Field>
      </div>
      {text('phone', true)}
    </div>
  );
}
