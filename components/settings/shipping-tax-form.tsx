'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { textOf } from './form-reading';
import { SettingsForm } from './settings-form';
import type { Save } from './use-saving';

/** By which class shipping charges are taxed. */
export function ShippingTaxForm(props: {
  storeSlug: string;
  version: number;
  taxClass: string;
  classes: readonly { code: string; name: string }[];
  save: Save<{ version: number; taxClass: string }, { version: number }>;
}) {
  const t = useTranslations('settings.taxes');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props}
      save={props.save}
      submitLabel={t('saveShipping')}
      toInput={(form, version) => ({ version, taxClass: textOf(form, 'taxClass') })}
    >
      {(errors, values) => (
        <Card title={t('shipping')}>
          <Field label={t('shippingClass')} help={t('shippingClassHelp')} error={errors.taxClass}>
            <NativeSelect
              name="taxClass"
              defaultValue={values.taxClass}
              options={props.classes.map(({ code, name }) => ({ value: code, label: name }))}
            />
          </Field>
        </Card>
      )}
    </SettingsForm>
  );
}
