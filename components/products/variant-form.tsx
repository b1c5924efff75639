'use client';

import { useTranslations } from 'next-intl';
import { SettingsForm } from '@/components/settings/settings-form';
import type { Save } from '@/components/settings/use-saving';
import { Card } from '@/components/ui/card';
import type { TaxClassOption, VariantValues } from './no-variant';
import { readVariant, VariantFields } from './variant-fields';

/** The facts of one variant, new or known. `record` says which one it is. */
export function VariantForm<R extends object>(props: {
  storeSlug: string;
  record: R;
  rules: { currency: string; includesTax: boolean; taxClasses: readonly TaxClassOption[] };
  values: VariantValues;
  save: Save<R & ReturnType<typeof readVariant>, unknown>;
  submitLabel: string;
  hrefs: { done: string; cancel: string };
}) {
  const t = useTranslations('catalog');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={{ ...props.values, ...versionOf(props.record) }}
      save={props.save}
      submitLabel={props.submitLabel}
      hrefs={props.hrefs}
      toInput={(form, version) => ({ ...recordSeen(props.record, version), ...readVariant(form) })}
    >
      {(errors, values) => (
        <Card title={t('form.variant')}>
          <VariantFields {...props.rules} values={values} errors={errors} />
        </Card>
      )}
    </SettingsForm>
  );
}

const versionOf = (record: object): { version?: number } =>
  'version' in record && typeof record.version === 'number' ? { version: record.version } : {};

/** A known record is sent with the version the person saw; a new one has none. */
const recordSeen = <R extends object>(record: R, version: number): R =>
  'version' in record ? { ...record, version } : record;
