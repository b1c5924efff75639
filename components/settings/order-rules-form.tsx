'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { NumberInput } from '@/components/ui/number-input';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextInput } from '@/components/ui/text-input';
import type { EditOrderRulesInput } from '@/lib/stores/edit-order-rules';
import type { StoreSettings } from '@/lib/stores/get-store-settings';
import { textOf, wholeOf } from './form-reading';
import { SettingsForm } from './settings-form';
import type { Save } from './use-saving';

/** What happens to orders by itself, as sentences with the numbers in them. */
export function OrderRulesForm(props: {
  storeSlug: string;
  settings: StoreSettings;
  save: Save<EditOrderRulesInput, { version: number }>;
}) {
  const t = useTranslations('settings.orders');
  return (
    <SettingsForm
      storeSlug={props.storeSlug}
      values={props.settings}
      save={props.save}
      submitLabel={t('save')}
      toInput={(form, version) => ({
        version,
        confirmation:
          textOf(form, 'confirmation') === 'manual' ? ('manual' as const) : ('automatic' as const),
        onlinePaymentMinutes: wholeOf(form, 'onlinePaymentMinutes'),
        transferPaymentDays: wholeOf(form, 'transferPaymentDays'),
        completionDays: wholeOf(form, 'completionDays'),
        splitShipments: form.has('splitShipments'),
        numberPrefix: textOf(form, 'numberPrefix'),
        pricesIncludeTax: textOf(form, 'pricesIncludeTax') === 'yes',
      })}
    >
      {(errors, settings) => (
        <>
          <Confirming settings={settings} errors={errors} />
          <Waiting settings={settings} errors={errors} />
          <Shown settings={settings} errors={errors} />
        </>
      )}
    </SettingsForm>
  );
}

type Part = { settings: StoreSettings; errors: Record<string, string> };

function Confirming({ settings, errors }: Part) {
  const t = useTranslations('settings.orders');
  return (
    <Card title={t('confirming')}>
      <div className="flex flex-col gap-4">
        <RadioGroup
          legend={t('confirmation')}
          name="confirmation"
          defaultValue={settings.confirmation}
          error={errors.confirmation}
          options={[
            { value: 'automatic', label: t('automatic'), help: t('automaticHelp') },
            { value: 'manual', label: t('manual'), help: t('manualHelp') },
          ]}
        />
        <Checkbox
          name="splitShipments"
          defaultChecked={settings.splitShipments}
          label={t('split')}
          help={t('splitHelp')}
        />
      </div>
    </Card>
  );
}

function Waiting({ settings, errors }: Part) {
  const t = useTranslations('settings.orders');
  return (
    <Card title={t('waiting')}>
      <div className="flex flex-col gap-4">
        <Field label={t('online')} help={t('onlineHelp')} error={errors.onlinePaymentMinutes}>
          <NumberInput
            name="onlinePaymentMinutes"
            defaultValue={settings.onlinePaymentMinutes}
            min={5}
            max={10_080}
            step={5}
            unit={t('minutes')}
            className="max-w-44"
          />
        </Field>
        <Field label={t('transfer')} help={t('transferHelp')} error={errors.transferPaymentDays}>
          <NumberInput
            name="transferPaymentDays"
            defaultValue={settings.transferPaymentDays}
            min={1}
            max={90}
            unit={t('days')}
            className="max-w-44"
          />
        </Field>
        <Field label={t('completion')} help={t('completionHelp')} error={errors.completionDays}>
          <NumberInput
            name="completionDays"
            defaultValue={settings.completionDays}
            min={0}
            max={365}
            unit={t('days')}
            className="max-w-44"
          />
        </Field>
      </div>
    </Card>
  );
}

function Shown({ settings, errors }: Part) {
  const t = useTranslations('settings.orders');
  return (
    <Card title={t('shown')}>
      <div className="flex flex-col gap-4">
        <Field
          label={t('prefix')}
          help={t('prefixHelp', { example: `${settings.numberPrefix}1042` })}
          error={errors.numberPrefix}
          optional
        >
          <TextInput name="numberPrefix" defaultValue={settings.numberPrefix} mono className="max-w-32" />
        </Field>
        <RadioGroup
          legend={t('prices')}
          name="pricesIncludeTax"
          defaultValue={settings.pricesIncludeTax ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('included'), help: t('includedHelp') },
            { value: 'no', label: t('excluded'), help: t('excludedHelp') },
          ]}
        />
      </div>
    </Card>
  );
}
