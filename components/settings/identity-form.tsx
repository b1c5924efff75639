'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';
import { DEFAULT_LOCALE, LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';
import type { EditStoreIdentityInput } from '@/lib/stores/edit-store-identity';
import type { StoreSettings } from '@/lib/stores/get-store-settings';
import { BrandColorField } from './brand-color-field';
import { useCountries } from './countries-context';
import { textOf } from './form-reading';
import { SettingsForm } from './settings-form';
import type { Save } from './use-saving';

type Errors = Record<string, string>;

/** Who the store is: name and brand, the business behind it, where and in which language it works. */
export function IdentityForm(props: {
  storeSlug: string;
  settings: StoreSettings;
  timeZones: readonly string[];
  save: Save<EditStoreIdentityInput, { version: number }>;
}) {
  const t = useTranslations('settings');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props.settings}
      save={props.save}
      submitLabel={t('save')}
      toInput={(form, version) => ({
        version,
        name: textOf(form, 'name'),
        initials: textOf(form, 'initials'),
        brandColor: textOf(form, 'brandColor'),
        legalName: textOf(form, 'legalName'),
        contactEmail: textOf(form, 'contactEmail'),
        contactPhone: textOf(form, 'contactPhone'),
        street: textOf(form, 'street'),
        city: textOf(form, 'city'),
        postcode: textOf(form, 'postcode'),
        country: textOf(form, 'country'),
        timeZone: textOf(form, 'timeZone'),
        locale: LOCALES.find((locale) => locale === textOf(form, 'locale')) ?? DEFAULT_LOCALE,
      })}
    >
      {(errors, settings) => (
        <>
          <Brand settings={settings} errors={errors} />
          <Business settings={settings} errors={errors} />
          <Place settings={settings} errors={errors} timeZones={props.timeZones} />
        </>
      )}
    </SettingsForm>
  );
}

function Brand({ settings, errors }: { settings: StoreSettings; errors: Errors }) {
  const t = useTranslations('settings.identity');
  const [initials, setInitials] = useState(settings.initials);
  return (
    <Card title={t('brand')}>
      <div className="flex flex-col gap-4">
        <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
          <TextInput name="name" defaultValue={settings.name} autoComplete="off" />
        </Field>
        <Field label={t('initials')} help={t('initialsHelp')} error={errors.initials}>
          <TextInput
            name="initials"
            value={initials}
            onChange={(event) => setInitials(event.target.value)}
            autoComplete="off"
            className="max-w-24"
          />
        </Field>
        <BrandColorField initials={initials} color={settings.brandColor} error={errors.brandColor} />
      </div>
    </Card>
  );
}

function Business({ settings, errors }: { settings: StoreSettings; errors: Errors }) {
  const t = useTranslations('settings.identity');
  const countries = useCountries();
  return (
    <Card title={t('business')}>
      <div className="flex flex-col gap-4">
        <Field label={t('legalName')} help={t('legalNameHelp')} error={errors.legalName} optional>
          <TextInput name="legalName" defaultValue={settings.legalName} autoComplete="organization" />
        </Field>
        <Field label={t('contactEmail')} help={t('contactEmailHelp')} error={errors.contactEmail} optional>
          <TextInput name="contactEmail" type="email" defaultValue={settings.contactEmail} />
        </Field>
        <Field label={t('contactPhone')} help={t('contactPhoneHelp')} error={errors.contactPhone} optional>
          <TextInput name="contactPhone" type="tel" defaultValue={settings.contactPhone} />
        </Field>
        <Field label={t('street')} help={t('streetHelp')} error={errors.street} optional>
          <TextInput name="street" defaultValue={settings.street} autoComplete="street-address" />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('postcode')} error={errors.postcode} optional>
            <TextInput name="postcode" defaultValue={settings.postcode} autoComplete="postal-code" />
          </Field>
          <Field label={t('city')} error={errors.city} optional>
            <TextInput name="city" defaultValue={settings.city} autoComplete="address-level2" />
          </Field>
        </div>
        <Field label={t('country')} help={t('countryHelp')} error={errors.country}>
          <NativeSelect name="country" defaultValue={settings.country} options={countries} />
        </Field>
      </div>
    </Card>
  );
}

function Place(props: { settings: StoreSettings; errors: Errors; timeZones: readonly string[] }) {
  const t = useTranslations('settings.identity');
  const { settings, errors } = props;
  return (
    <Card title={t('place')}>
      <div className="flex flex-col gap-4">
        <Field label={t('timeZone')} help={t('timeZoneHelp')} error={errors.timeZone}>
          <NativeSelect
            name="timeZone"
            defaultValue={settings.timeZone}
            options={props.timeZones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          />
        </Field>
        <Field label={t('language')} help={t('languageHelp')} error={errors.locale}>
          <NativeSelect
            name="locale"
            defaultValue={settings.locale}
            options={LOCALES.map((locale) => ({ value: locale, label: LOCALE_NAMES[locale].name }))}
          />
        </Field>
        <Field label={t('currency')} help={t('currencyHelp')}>
          <TextInput value={settings.currency} readOnly className="max-w-24 text-ink-2" mono />
        </Field>
      </div>
    </Card>
  );
}
