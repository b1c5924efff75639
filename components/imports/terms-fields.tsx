'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { TextInput } from '@/components/ui/text-input';

type Terms = { currency: string; timeZone: string };

/** What the file's money and times are. */
export function TermsFields(props: Terms & { zones: readonly string[]; onChange: (terms: Terms) => void }) {
  const t = useTranslations('imports.terms');
  const { currency, timeZone, zones, onChange } = props;
  const known = zones.includes(timeZone) ? zones : [timeZone, ...zones];
  return (
    <Card title={t('title')} note={t('note')}>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('currency')}>
          <TextInput
            value={currency}
            maxLength={3}
            mono
            onChange={({ target }) => onChange({ currency: target.value.toUpperCase(), timeZone })}
          />
        </Field>
        <Field label={t('zone')}>
          <NativeSelect
            value={timeZone}
            onChange={({ target }) => onChange({ currency, timeZone: target.value })}
            options={known.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
          />
        </Field>
      </div>
    </Card>
  );
}
