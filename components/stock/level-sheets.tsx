'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormInSheet } from '@/components/settings/form-in-sheet';
import { textOf, wholeOf } from '@/components/settings/form-reading';
import type { Save } from '@/components/settings/use-saving';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import { type Id, newId, type VariantId, type WarehouseId } from '@/lib/core/ids';
import type { StockLevel } from '@/lib/stock/variant-stock';
import { LevelPreview } from './level-preview';

/** Which level a sheet changes, as it was seen. */
export type LevelAt = { storeSlug: string; variantId: VariantId; level: StockLevel; denied: string | null };
export type ChangeKey = { id: Id<'mov'>; warehouseId: WarehouseId; variantId: VariantId };

/** A new movement id for every sheet that opens: a second press is the same movement. */
export function useChangeKey({ variantId, level }: LevelAt) {
  const [id, setId] = useState(() => newId('mov'));
  const key: ChangeKey = { id, warehouseId: level.warehouseId, variantId };
  return { key, renew: () => setId(newId('mov')) };
}

export const triggerOf = (label: string, at: LevelAt, name: string) => ({
  label,
  name,
  size: 'small' as const,
  reason: at.denied ? { text: at.denied } : null,
});

type SetInput = ChangeKey & { available: number; seen: number; reason: string };

/** Sets what is available to a counted number. */
export function SetStockSheet(props: { at: LevelAt; save: Save<SetInput, unknown> }) {
  const t = useTranslations('stock');
  const { at } = props;
  const { key, renew } = useChangeKey(at);
  const { available, warehouse } = at.level;
  return (
    <FormInSheet
      storeSlug={at.storeSlug}
      texts={{
        title: t('set.title', { warehouse }),
        description: t('set.description'),
        submit: t('set.submit'),
      }}
      trigger={triggerOf(t('set.open'), at, t('set.name', { warehouse }))}
      toInput={(form): SetInput => ({
        ...key,
        available: wholeOf(form, 'available'),
        seen: available,
        reason: textOf(form, 'reason'),
      })}
      save={props.save}
      onSaved={renew}
    >
      {(errors) => <SetFields level={at.level} errors={errors} />}
    </FormInSheet>
  );
}

type Part = { level: StockLevel; errors: Record<string, string> };

function SetFields({ level, errors }: Part) {
  const t = useTranslations('stock');
  const [counted, setCounted] = useState<number | null>(level.available);
  const difference = counted === null ? 0 : counted - level.available;
  return (
    <>
      <Field label={t('set.available')} help={t('set.availableHelp')} error={errors.available}>
        <NumberInput
          name="available"
          value={counted}
          onValueChange={setCounted}
          min={0}
          max={1_000_000_000}
          className="w-44"
        />
      </Field>
      <Field label={t('set.reason')} help={t('set.reasonHelp')} error={errors.reason}>
        <TextInput name="reason" defaultValue={t('set.reasonDefault')} autoComplete="off" />
      </Field>
      <LevelPreview
        before={level}
        after={{ ...level, available: level.available + difference, onHand: level.onHand + difference }}
      />
    </>
  );
}

type ReceiveInput = ChangeKey & { quantity: number; reason: string };

/** Takes units in. */
export function ReceiveStockSheet(props: { at: LevelAt; save: Save<ReceiveInput, unknown> }) {
  const t = useTranslations('stock');
  const { at } = props;
  const { key, renew } = useChangeKey(at);
  const { warehouse } = at.level;
  return (
    <FormInSheet
      storeSlug={at.storeSlug}
      texts={{
        title: t('receive.title', { warehouse }),
        description: t('receive.description'),
        submit: t('receive.submit'),
      }}
      trigger={triggerOf(t('receive.open'), at, t('receive.name', { warehouse }))}
      toInput={(form): ReceiveInput => ({
        ...key,
        quantity: wholeOf(form, 'quantity'),
        reason: textOf(form, 'reason'),
      })}
      save={props.save}
      onSaved={renew}
    >
      {(errors) => <ReceiveFields level={at.level} errors={errors} />}
    </FormInSheet>
  );
}

function ReceiveFields({ level, errors }: Part) {
  const t = useTranslations('stock');
  const [quantity, setQuantity] = useState<number | null>(null);
  const units = quantity ?? 0;
  return (
    <>
      <Field label={t('receive.quantity')} error={errors.quantity}>
        <NumberInput
          name="quantity"
          value={quantity}
          onValueChange={setQuantity}
          min={1}
          max={1_000_000_000}
          className="w-44"
        />
      </Field>
      <Field label={t('receive.reason')} help={t('receive.reasonHelp')} error={errors.reason} optional>
        <TextInput name="reason" autoComplete="off" />
      </Field>
      <LevelPreview
        before={level}
        after={{ ...level, available: level.available + units, onHand: level.onHand + units }}
      />
    </>
  );
}
