'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormInSheet } from '@/components/settings/form-in-sheet';
import { textOf, wholeOf } from '@/components/settings/form-reading';
import type { Save } from '@/components/settings/use-saving';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { NumberInput } from '@/components/ui/number-input';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextInput } from '@/components/ui/text-input';
import { ADJUST_REASONS, ADJUST_SIGNS, type AdjustReason, afterAdjustment } from '@/lib/stock/adjustment';
import type { StockLevel } from '@/lib/stock/variant-stock';
import { LevelPreview } from './level-preview';
import { type ChangeKey, type LevelAt, triggerOf, useChangeKey } from './level-sheets';

type AdjustInput = ChangeKey & { difference: number; reason: AdjustReason; note: string };

/** Corrects what is available by a difference, with its reason. */
export function AdjustStockSheet(props: { at: LevelAt; save: Save<AdjustInput, unknown> }) {
  const t = useTranslations('stock');
  const { at } = props;
  const { key, renew } = useChangeKey(at);
  const { warehouse } = at.level;
  return (
    <FormInSheet
      storeSlug={at.storeSlug}
      texts={{
        title: t('adjust.title', { warehouse }),
        description: t('adjust.description'),
        submit: t('adjust.submit'),
      }}
      trigger={triggerOf(t('adjust.open'), at, t('adjust.name', { warehouse }))}
      toInput={(form): AdjustInput => ({
        ...key,
        difference: (textOf(form, 'sign') === 'less' ? -1 : 1) * wholeOf(form, 'quantity'),
        reason: ADJUST_REASONS.find((known) => known === textOf(form, 'reason')) ?? 'other',
        note: textOf(form, 'note'),
      })}
      save={props.save}
      onSaved={renew}
    >
      {(errors) => <AdjustFields level={at.level} errors={errors} />}
    </FormInSheet>
  );
}

function AdjustFields({ level, errors }: { level: StockLevel; errors: Record<string, string> }) {
  const t = useTranslations('stock');
  const [reason, setReason] = useState<AdjustReason>('damaged');
  const [wanted, setWanted] = useState<-1 | 1>(-1);
  const [quantity, setQuantity] = useState<number | null>(1);
  const signs = ADJUST_SIGNS[reason];
  const sign = signs.includes(wanted) ? wanted : (signs[0] ?? -1);
  const after = afterAdjustment(level, reason, sign * (quantity ?? 0));
  return (
    <>
      <Field label={t('adjust.reason')} error={errors.reason}>
        <NativeSelect
          name="reason"
          value={reason}
          onChange={(event) =>
            setReason(ADJUST_REASONS.find((known) => known === event.target.value) ?? 'other')
          }
          options={ADJUST_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
      </Field>
      {signs.length > 1 ? (
        <RadioGroup
          legend={t('adjust.direction')}
          name="sign"
          value={sign < 0 ? 'less' : 'more'}
          onValueChange={(value) => setWanted(value === 'less' ? -1 : 1)}
          options={[
            { value: 'less', label: t(reason === 'damaged' ? 'adjust.toDamaged' : 'adjust.less') },
            { value: 'more', label: t(reason === 'damaged' ? 'adjust.fromDamaged' : 'adjust.more') },
          ]}
        />
      ) : (
        <input type="hidden" name="sign" value={sign < 0 ? 'less' : 'more'} />
      )}
      <Field label={t('adjust.quantity')} error={errors.difference}>
        <NumberInput
          name="quantity"
          value={quantity}
          onValueChange={setQuantity}
          min={1}
          max={1_000_000_000}
          className="w-44"
        />
      </Field>
      <Field
        label={t('adjust.note')}
        help={t(reason === 'other' ? 'adjust.noteNeeded' : 'adjust.noteHelp')}
        error={errors.note}
        optional={reason !== 'other'}
      >
        <TextInput name="note" autoComplete="off" />
      </Field>
      <LevelPreview before={level} after={{ ...level, ...after }} />
    </>
  );
}
