'use client';

import { useTranslations } from 'next-intl';
import { SettingsForm } from '@/components/settings/settings-form';
import type { Save } from '@/components/settings/use-saving';
import type { EditProductInput } from '@/lib/catalog/edit-product';
import type { ProductId } from '@/lib/core/ids';
import { ProductFields, type ProductValues, readProduct } from './product-fields';

/** The facts of a known product. */
export function EditProductForm(props: {
  storeSlug: string;
  productId: ProductId;
  version: number;
  values: ProductValues;
  save: Save<EditProductInput, unknown>;
}) {
  const t = useTranslations('catalog');
  const { productId, version } = props;
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={{ ...props.values, version }}
      save={props.save}
      submitLabel={t('form.save')}
      hrefs={{ done: `/${props.storeSlug}/products/${productId}` }}
      toInput={(form, seen): EditProductInput => ({ productId, version: seen, ...readProduct(form) })}
    >
      {(errors, values) => <ProductFields values={values} errors={errors} />}
    </SettingsForm>
  );
}
