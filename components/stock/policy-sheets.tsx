'use client';

import { useTranslations } from 'next-intl';
import { FormInSheet } from '@/components/settings/form-in-sheet';
import { textOf, wholeOf } from '@/components/settings/form-reading';
import type { Save } from '@/components/settings/use-saving';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { VariantId } from '@/lib/core/ids';
import type { SetStockPolicyInput } from '@/lib/stock/set-stock-policy';
import type { LevelAt } from './level-sheets';

/** How much is kept back at one warehouse, and where it lies. */
export function LevelPolicySheet(props: { at: LevelAt; save: Save<SetStockPolicyInput, unknown> }) {
  const t = useTranslations('stock');
  const { at } = props;
  const { warehouse, warehouseId, safetyStock, bin } = at.level;
  return (
    <FormInSheet
      storeSlug={at.storeSlug}
      texts={{ title: t('policy.title', { warehouse }), submit: t('policy.submit') }}
      trigger={{
        label: t('policy.open'),
        name: t('policy.name', { warehouse }),
        size: 'small',
        variant: 'quiet',
        reason: at.denied ? { text: at.denied } : null,
      }}
      toInput={(form): SetStockPolicyInput => ({
        variantId: at.variantId,
        level: { warehouseId, safetyStock: wholeOf(form, 'safetyStock'), bin: textOf(form, 'bin') },
      })}
      save={props.save}
    >
      {(errors) => (
        <>
          <Field
            label={t('columns.safetyStock')}
            help={t('policy.safetyHelp')}
            error={errors['level/safetyStock']}
          >
            <NumberInput name="safetyStock" defaultValue={safetyStock} min={0} className="w-44" />
          </Field>
          <Field label={t('columns.bin')} help={t('policy.binHelp')} error={errors['level/bin']} optional>
            <TextInput name="bin" defaultValue={bin} autoComplete="off" mono className="w-44" />
          </Field>
        </>
      )}
    </FormInSheet>
  );
}

/** How far a variant may be sold beyond its stock. */
export function BackorderSheet(props: {
  storeSlug: string;
  variantId: VariantId;
  cap: number;
  denied: string | null;
  save: Save<SetStockPolicyInput, unknown>;
}) {
  const t = useTranslations('stock');
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      texts={{ title: t('backorder.title'), submit: t('policy.submit') }}
      trigger={{
        label: t('backorder.open'),
        name: t('backorder.name'),
        size: 'small',
        reason: props.denied ? { text: props.denied } : null,
      }}
      toInput={(form): SetStockPolicyInput => ({
        variantId: props.variantId,
        backorderCap: wholeOf(form, 'cap'),
      })}
      save={props.save}
    >
      {(errors) => (
        <Field label={t('backorder.cap')} help={t('backorder.help')} error={errors.backorderCap}>
          <NumberInput name="cap" defaultValue={props.cap} min={0} className="w-44" />
        </Field>
      )}
    </FormInSheet>
  );
}
