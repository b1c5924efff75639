'use client';

import { useTranslations } from 'next-intl';
import { optionalWholeOf, textOf, wholeOf } from '@/components/settings/form-reading';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { TaxClassOption, VariantValues } from './no-variant';
import { PriceInput } from './price-input';

export type VariantFieldsProps = {
  currency: string;
  includesTax: boolean;
  taxClasses: readonly TaxClassOption[];
  values: VariantValues;
  /** By field name, without a prefix. */
  errors: Record<string, string>;
  /** Stands before every name, when a form has several variants. */
  prefix?: string;
  /** A product's only variant needs no name of its own. */
  alone?: boolean;
};

/** What a form carries of one variant, as the verbs want it. */
export function readVariant(form: FormData, prefix = '') {
  return {
    title: textOf(form, `${prefix}title`),
    sku: textOf(form, `${prefix}sku`),
    barcode: textOf(form, `${prefix}barcode`),
    priceE4: wholeOf(form, `${prefix}priceE4`),
    costE4: optionalWholeOf(form, `${prefix}costE4`),
    weightGrams: optionalWholeOf(form, `${prefix}weightGrams`),
    taxClass: textOf(form, `${prefix}taxClass`) || 'standard',
  };
}

/** The facts of one variant. */
export function VariantFields(props: VariantFieldsProps) {
  const t = useTranslations('catalog');
  const { currency, values, errors, prefix = '' } = props;
  return (
    <div className="flex flex-col gap-4">
      {props.alone ? null : (
        <Field label={t('fields.variantTitle')} help={t('fields.variantTitleHelp')} error={errors.title}>
          <TextInput name={`${prefix}title`} defaultValue={values.title} autoComplete="off" />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('fields.sku')} help={t('fields.skuHelp')} error={errors.sku}>
          <TextInput name={`${prefix}sku`} defaultValue={values.sku} autoComplete="off" mono />
        </Field>
        <Field label={t('fields.barcode')} help={t('fields.barcodeHelp')} error={errors.barcode} optional>
          <TextInput name={`${prefix}barcode`} defaultValue={values.barcode} autoComplete="off" mono />
        </Field>
        <Field
          label={t('fields.price')}
          help={t(props.includesTax ? 'fields.priceWithTax' : 'fields.priceWithoutTax')}
          error={errors.priceE4}
        >
          <PriceInput name={`${prefix}priceE4`} currency={currency} defaultE4={values.priceE4} />
        </Field>
        <Field label={t('fields.cost')} help={t('fields.costHelp')} error={errors.costE4} optional>
          <PriceInput name={`${prefix}costE4`} currency={currency} defaultE4={values.costE4} />
        </Field>
        <Field label={t('fields.weight')} help={t('fields.weightHelp')} error={errors.weightGrams} optional>
          <NumberInput
            name={`${prefix}weightGrams`}
            {...(values.weightGrams === null ? {} : { defaultValue: values.weightGrams })}
            min={0}
            max={10_000_000}
            step={10}
            unit={t('fields.grams')}
          />
        </Field>
        <Field label={t('fields.taxClass')} help={t('fields.taxClassHelp')} error={errors.taxClass}>
          <NativeSelect
            name={`${prefix}taxClass`}
            defaultValue={values.taxClass}
            options={props.taxClasses.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Field>
      </div>
    </div>
  );
}
