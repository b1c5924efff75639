'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { textOf } from '@/components/settings/form-reading';
import { SettingsForm } from '@/components/settings/settings-form';
import type { Save } from '@/components/settings/use-saving';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { IconButton } from '@/components/ui/icon-button';
import { RadioGroup } from '@/components/ui/radio-group';
import type { CreateProductInput } from '@/lib/catalog/create-product';
import type { ProductId } from '@/lib/core/ids';
import { NO_VARIANT, type TaxClassOption } from './no-variant';
import { NO_PRODUCT, ProductFields, readProduct } from './product-fields';
import { readVariant, VariantFields } from './variant-fields';

type Rules = { currency: string; includesTax: boolean; taxClasses: readonly TaxClassOption[] };

/** A new product and its variants in one form; its id comes with the form, so that sending twice makes one. */
export function NewProductForm(props: {
  storeSlug: string;
  productId: ProductId;
  rules: Rules;
  save: Save<CreateProductInput, unknown>;
}) {
  const t = useTranslations('catalog');
  const [keys, setKeys] = useState([0]);
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={{}}
      save={props.save}
      submitLabel={t('form.create')}
      hrefs={{
        done: `/${props.storeSlug}/products/${props.productId}`,
        cancel: `/${props.storeSlug}/products`,
      }}
      toInput={(form): CreateProductInput => ({
        id: props.productId,
        ...readProduct(form),
        status: textOf(form, 'status') === 'draft' ? 'draft' : 'active',
        variants: keys.map((key) => readVariant(form, `${key}.`)),
      })}
    >
      {(errors) => (
        <>
          <ProductFields values={NO_PRODUCT} errors={errors} />
          {keys.map((key, place) => (
            <VariantCard
              key={key}
              rules={props.rules}
              errors={errorsAt(errors, place)}
              prefix={`${key}.`}
              place={place}
              onRemove={keys.length > 1 ? () => setKeys(keys.filter((one) => one !== key)) : null}
            />
          ))}
          <div>
            <Button onClick={() => setKeys([...keys, Math.max(...keys) + 1])}>
              <Plus aria-hidden="true" />
              {t('form.addVariant')}
            </Button>
          </div>
          <Card title={t('form.offer')}>
            <RadioGroup
              legend={t('fields.status')}
              name="status"
              defaultValue="active"
              options={[
                { value: 'active', label: t('form.offerNow'), help: t('form.offerNowHelp') },
                { value: 'draft', label: t('form.offerLater'), help: t('form.offerLaterHelp') },
              ]}
            />
          </Card>
        </>
      )}
    </SettingsForm>
  );
}

function VariantCard(props: {
  rules: Rules;
  errors: Record<string, string>;
  prefix: string;
  place: number;
  onRemove: (() => void) | null;
}) {
  const t = useTranslations('catalog');
  const { onRemove } = props;
  return (
    <Card
      title={onRemove ? t('form.variantNumber', { number: props.place + 1 }) : t('form.variant')}
      actions={
        onRemove ? (
          <IconButton label={t('form.removeVariant', { number: props.place + 1 })} onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </IconButton>
        ) : null
      }
    >
      <VariantFields
        {...props.rules}
        values={NO_VARIANT}
        errors={props.errors}
        prefix={props.prefix}
        alone={!onRemove}
      />
    </Card>
  );
}

/** The errors of one variant of the list, by field name. */
function errorsAt(errors: Record<string, string>, place: number): Record<string, string> {
  const start = `variants/${place}/`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(start))
      .map(([field, message]) => [field.slice(start.length), message]),
  );
}
