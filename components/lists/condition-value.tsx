'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { MoneyInput } from '@/components/ui/money-input';
import { NumberInput } from '@/components/ui/number-input';
import { TextInput } from '@/components/ui/text-input';
import type { Operator } from '@/lib/lists/filter';
import type { FilterField } from './filter-field';

const NARROW_FROM = 10;

export interface ConditionValueProps {
  field: FilterField;
  op: Operator;
  currency: string;
  values: readonly string[];
  onChange: (values: readonly string[]) => void;
}

/** What a condition compares with, by the kind of its field. */
export function ConditionValue(props: ConditionValueProps) {
  const t = useTranslations('lists');
  const { field, op, onChange } = props;
  if (field.kind === 'flag') return null;
  if (field.options) return <Ticks {...props} options={field.options} />;
  if (op === 'last' || op === 'next') return <Days {...props} />;
  if (field.kind === 'day' || field.kind === 'amount') {
    return op === 'between' ? (
      <div className="grid grid-cols-2 gap-2">
        <Bound {...props} place={0} label={t('value.from')} />
        <Bound {...props} place={1} label={t('value.to')} />
      </div>
    ) : (
      <Bound {...props} place={0} label={t('value.value')} />
    );
  }
  return (
    <Field label={t('value.value')} help={t('value.several')}>
      <TextInput
        autoComplete="off"
        onChange={(event) =>
          onChange(
            event.target.value
              .split(/[,，]/)
              .map((text) => text.trim())
              .filter(Boolean),
          )
        }
      />
    </Field>
  );
}

function Days({ values, onChange }: ConditionValueProps) {
  const t = useTranslations('lists');
  const [first] = values;
  return (
    <Field label={t('value.days')}>
      <NumberInput
        min={1}
        max={3650}
        value={first ? Number(first) : null}
        onValueChange={(days) => onChange(days === null ? [] : [String(days)])}
      />
    </Field>
  );
}

/** One end of a range, or its only one. */
function Bound(props: ConditionValueProps & { place: 0 | 1; label: string }) {
  const { field, currency, values, onChange, place, label } = props;
  const set = (value: string) =>
    onChange(place === 0 ? [value, ...values.slice(1)] : [values[0] ?? '', value]);
  return (
    <Field label={label}>
      {field.kind === 'day' ? (
        <TextInput type="date" onChange={(event) => set(event.target.value)} />
      ) : (
        <MoneyInput
          currency={currency}
          onMinorChange={(minor) => set(minor === null ? '' : `${currency}:${minor}`)}
        />
      )}
    </Field>
  );
}

type Options = NonNullable<FilterField['options']>;

/** Tick one or several; a long list is narrowed by typing. */
function Ticks({ field, values, onChange, options }: ConditionValueProps & { options: Options }) {
  const t = useTranslations('lists');
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const shown = options.filter(
    ({ value, label }) => values.includes(value) || label.toLocaleLowerCase().includes(wanted),
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 font-medium">{field.label}</legend>
      {options.length > NARROW_FROM ? (
        <TextInput
          aria-label={t('value.narrow')}
          placeholder={t('value.narrow')}
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      ) : null}
      <div className="flex max-h-52 flex-col gap-1.5 overflow-y-auto p-0.5">
        {shown.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={values.includes(value)}
            onChange={(event) =>
              onChange(event.target.checked ? [...values, value] : values.filter((one) => one !== value))
            }
          />
        ))}
        {shown.length === 0 ? <p className="text-ink-2">{t('value.none')}</p> : null}
      </div>
    </fieldset>
  );
}
