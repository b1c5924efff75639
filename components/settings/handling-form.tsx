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
  const { settings } = props;
  const [rules, setRules] = useState(() => ({
    handlingDays: settings.handlingDays,
    cutOff: settings.cutOff,
    workingDays: settings.workingDays,
    timeZone: settings.timeZone,
  }));
  const works = (day: number) => rules.workingDays.includes(day);
  const turn = (day: number) =>
    setRules({ ...rules, workingDays: WEEK.filter((one) => (one === day ? !works(day) : works(one))) });
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      save={props.save}
      submitLabel={t('save')}
      toInput={(form) => ({
        version: settings.version,
        handlingDays: wholeOf(form, 'handlingDays'),
        cutOff: textOf(form, 'cutOff'),
        workingDays: allOf(form, 'workingDays').map(Number),
      })}
    >
      {(errors) => (
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
            <Field
              label={t('cutOff')}
              help={t('cutOffHelp', { zone: settings.timeZone })}
              error={errors.cutOff}
            >
              <TextInput
                type="time"
                name="cutOff"
                value={rules.cutOff}
                onChange={(event) => setRules({ ...rules, cutOff: event.target.value })}
                className="max-w-32"
              />
            </Field>
            <fieldset aria-describedby={errors.workingDays ? 'working-days-error' : undefined}>
              <legend className="mb-1.5 text-13 font-medium">{t('workingDays')}</legend>
              <div className="flex flex-wrap gap-x-5 gap-y-2">
                {WEEK.map((day) => (
                  <Checkbox
                    key={day}
                    name="workingDays"
                    value={day}
                    checked={works(day)}
                    onChange={() => turn(day)}
                    label={t(`weekday.${day}`)}
                    aria-invalid={errors.workingDays ? true : undefined}
                  />
                ))}
              </div>
              <p className="mt-1 text-13 text-ink-3">{t('workingDaysHelp')}</p>
              {errors.workingDays ? (
                <p id="working-days-error" className="text-13 text-bad">
                  {errors.workingDays}
                </p>
              ) : null}
            </fieldset>
            <ShipByExample rules={rules} now={props.now} />
          </div>
        </Card>
      )}
    </SettingsForm>
  );
}
