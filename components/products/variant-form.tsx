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
      save={props.save}
      submitLabel={props.submitLabel}
      doneHref={props.hrefs.done}
      cancelHref={props.hrefs.cancel}
      toInput={(form) => ({ ...props.record, ...readVariant(form) })}
    >
      {(errors) => (
        <Card title={t('form.variant')}>
          <VariantFields {...props.rules} values={props.values} errors={errors} />
        </Card>
      )}
    </SettingsForm>
  );
}
