'use client';

import { useTranslations } from 'next-intl';
import { textOf } from '@/components/settings/form-reading';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';

export type ProductValues = { title: string; description: string; vendor: string; category: string };
export const NO_PRODUCT: ProductValues = { title: '', description: '', vendor: '', category: '' };

export function readProduct(form: FormData): ProductValues {
  return {
    title: textOf(form, 'title'),
    description: textOf(form, 'description'),
    vendor: textOf(form, 'vendor'),
    category: textOf(form, 'category'),
  };
}

/** A product's own facts. */
export function ProductFields(props: { values: ProductValues; errors: Record<string, string> }) {
  const t = useTranslations('catalog');
  const { values, errors } = props;
  return (
    <Card title={t('form.product')}>
      <div className="flex flex-col gap-4">
        <Field label={t('fields.title')} error={errors.title}>
          <TextInput name="title" defaultValue={values.title} autoComplete="off" />
        </Field>
        <Field
          label={t('fields.description')}
          help={t('fields.descriptionHelp')}
          error={errors.description}
          optional
        >
          <Textarea name="description" defaultValue={values.description} rows={4} />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('fields.vendor')} error={errors.vendor} optional>
            <TextInput name="vendor" defaultValue={values.vendor} autoComplete="off" />
          </Field>
          <Field label={t('fields.category')} error={errors.category} optional>
            <TextInput name="category" defaultValue={values.category} autoComplete="off" />
          </Field>
        </div>
      </div>
    </Card>
  );
}
