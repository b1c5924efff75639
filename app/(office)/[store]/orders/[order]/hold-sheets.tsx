'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Textarea } from '@/components/ui/textarea';
import { newId } from '@/lib/core/ids';
import { HOLD_REASONS } from '@/lib/orders/hold-state';
import { hold, release } from '../actions';
import { ActSheet } from './act-sheet';
import { useDesk } from './use-desk';

/** Holds the order back, with why. */
export function HoldSheet() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const [holdId] = useState(() => newId('hld'));
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const known = HOLD_REASONS.find((value) => value === reason);
  return (
    <ActSheet
      says={{ title: t('hold.title'), submit: t('hold.submit'), done: t('hold.done') }}
      blocked={known ? null : t('cancel.reasonNeeded')}
      effects={[t('hold.stops'), t('hold.clock'), t('hold.goesOn')]}
      send={() => hold(desk.slug, { orderId: desk.id, holdId, reason: known ?? 'other', note })}
    >
      <Field label={t('reason')}>
        <NativeSelect
          value={reason}
          placeholder={t('cancel.choose')}
          options={HOLD_REASONS.map((value) => ({ value, label: t(`hold.reasons.${value}`) }))}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <Field label={t('hold.note')} help={t('hold.noteHelp')} optional>
        <Textarea value={note} rows={3} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActSheet>
  );
}

/** Lets a held order go on. */
export function ReleaseSheet() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  return (
    <ActSheet
      says={{ title: t('release.title'), submit: t('release.submit'), done: t('release.done') }}
      effects={[t('release.goesOn'), t('release.clock')]}
      send={() => release(desk.slug, { orderId: desk.id })}
    />
  );
}
