'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Chip } from '@/components/ui/chip';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { useCountries } from './countries-context';

/** Several countries, as chips and a box to find more; none means everywhere. */
export function CountriesField(props: { chosen: readonly string[]; error?: string | undefined }) {
  const t = useTranslations('settings.shipping');
  const countries = useCountries();
  const [chosen, setChosen] = useState(props.chosen);
  const options = countries.filter(({ value }) => !chosen.includes(value));
  const nameOf = (code: string) => countries.find(({ value }) => value === code)?.label ?? code;
  return (
    <div className="flex flex-col gap-2">
      <Field label={t('countries')} help={t('countriesHelp')} error={props.error}>
        <Combobox
          // A new box per choice: what was typed to find the last one is gone.
          key={chosen.join()}
          options={options}
          value={null}
          placeholder={t('countriesFind')}
          onValueChange={(option) => option && setChosen([...chosen, option.value])}
        />
      </Field>
      {chosen.length === 0 ? (
        <p className="text-13 text-ink-2">{t('everywhere')}</p>
      ) : (
        <ul className="flex flex-wrap gap-2" aria-label={t('countries')}>
          {chosen.map((code) => (
            <li key={code}>
              <Chip label={nameOf(code)} onRemove={() => setChosen(chosen.filter((one) => one !== code))} />
              <input type="hidden" name="countries" value={code} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
