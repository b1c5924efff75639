'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { NativeSelect, type SelectOption } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import type { Address } from '@/lib/core/address';

const FIELDS = [
  { name: 'name', max: 200, optional: false, auto: 'name' },
  { name: 'company', max: 200, optional: true, auto: 'organization' },
  { name: 'line1', max: 200, optional: false, auto: 'address-line1' },
  { name: 'line2', max: 200, optional: true, auto: 'address-line2' },
  { name: 'city', max: 120, optional: false, auto: 'address-level2' },
  { name: 'region', max: 120, optional: true, auto: 'address-level1' },
  { name: 'postcode', max: 20, optional: true, auto: 'postal-code' },
] as const;

/** A postal address as fields; `errors` by field name. */
export function AddressFields(props: {
  address: Address;
  countries: readonly SelectOption[];
  fixedCountry?: boolean;
  /** Who is meant while no name is written. */
  recipient?: string;
  errors?: Partial<Record<string, string>>;
  onChange: (address: Address) => void;
}) {
  const t = useTranslations('order-desk');
  const { address, errors = {}, onChange } = props;
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {FIELDS.map(({ name, max, optional, auto }) => (
        <Field
          key={name}
          label={t(`address.${name}`)}
          optional={optional}
          error={errors[name]}
          className={name === 'line1' || name === 'line2' ? 'sm:col-span-2' : ''}
        >
          <TextInput
            value={address[name]}
            placeholder={name === 'name' ? props.recipient : undefined}
            maxLength={max}
            autoComplete={`section-ship ${auto}`}
            onChange={(event) => onChange({ ...address, [name]: event.target.value })}
          />
        </Field>
      ))}
      <Field
        label={t('address.country')}
        error={errors.country}
        help={props.fixedCountry ? t('address.countryFixed') : undefined}
      >
        <NativeSelect
          value={address.country}
          options={props.countries}
          disabled={props.fixedCountry}
          onChange={(event) => onChange({ ...address, country: event.target.value })}
        />
      </Field>
      <Field label={t('address.phone')} optional error={errors.phone} className="sm:col-span-2">
        <TextInput
          type="tel"
          value={address.phone}
          maxLength={40}
          autoComplete="section-ship tel"
          onChange={(event) => onChange({ ...address, phone: event.target.value })}
        />
      </Field>
    </div>
  );
}
