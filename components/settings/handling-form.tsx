'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { EditHandlingInput } from '@/lib/stores/edit-handling';
import type { StoreSettings } from '@/lib/stores/get-store-settings';
import { allOf, textOf, wholeOf } from './form-reading';
import { SettingsForm } from './settings-form';
import { ShipByExample } from './ship-by-example';
import type { Save } from './use-saving';

export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

/** What ship-by is counted from, with what it means for an order confirmed now. */
export function HandlingForm(props: {
  storeSlug: string;
  settings: StoreSettings;
  now: Date;
  save: Save<EditHandlingInput, { version: number }>;
}) {
  const t = useTranslations('settings.handling');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props.settings}
      save={props.save}
      submitLabel={t('save')}
      toInput={(form, version) => ({
        version,
        handlingDays: wholeOf(form, 'handlingDays'),
        cutOff: textOf(form, 'cutOff'),
        workingDays: allOf(form, 'workingDays').map(Number),
      })}
    >
      {(errors, settings) => <Rules errors={errors} settings={settings} now={props.now} />}
    </SettingsForm>
  );
}

function Rules(props: { errors: Record<string, string>; settings: StoreSettings; now: Date }) {
  const t = useTranslations('settings.handling');
  const { errors, settings } = props;
  const { handlingDays, cutOff, workingDays, timeZone } = settings;
  const [rules, setRules] = useState({ handlingDays, cutOff, workingDays, timeZone });
  return (
    <Card title={t('title')}>
      <div className="flex flex-col gap-4">
        <Field label={t('days')} help={t('daysHelp')} error={errors.handlingDays}>
          <NumberInput
            name="handlingDays"
            value={rules.handlingDays}
            onValueChange={(days) => setRules({ ...rules, handlingDays: days ?? 0 })}
            min={0}
            max={60}
            unit={t('daysUnit')}
            className="max-w-44"
          />
        </Field>
        <Field label={t('cutOff')} help={t('cutOffHelp', { zone: timeZone })} error={errors.cutOff}>
          <TextInput
            type="time"
            name="cutOff"
            value={rules.cutOff}
            onChange={(event) => setRules({ ...rules, cutOff: event.target.value })}
            className="max-w-32"
          />
        </Field>
        <WorkingDays
          days={rules.workingDays}
          onChange={(days) => setRules({ ...rules, workingDays: days })}
          error={errors.workingDays}
        />
        <ShipByExample rules={rules} now={props.now} />
      </div>
    </Card>
  );
}

function WorkingDays(props: {
  days: readonly number[];
  onChange: (days: number[]) => void;
  error?: string | undefined;
}) {
  const t = useTranslations('settings.handling');
  const { days, error } = props;
  const turn = (day: number) => props.onChange(WEEK.filter((one) => days.includes(one) !== (one === day)));
  return (
    <fieldset aria-describedby={error ? 'working-days-error' : undefined}>
      <legend className="mb-1.5 text-13 font-medium">{t('workingDays')}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {WEEK.map((day) => (
          <Checkbox
            key={day}
            name="workingDays"
            value={day}
            checked={days.includes(day)}
            onChange={() => turn(day)}
            label={t(`weekday.${day}`)}
            aria-invalid={error ? true : undefined}
          />
        ))}
      </div>
      <p className="mt-1 text-13 text-ink-3">{t('workingDaysHelp')}</p>
      {error ? (
        <p id="working-days-error" className="text-13 text-bad">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
