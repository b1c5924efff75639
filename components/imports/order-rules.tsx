'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Switch } from '@/components/ui/switch';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import { CHARGE_CODES, isOn, type SourceMapping, SWITCHES } from '@/lib/exchange/source-mapping';
import { PAYMENT_METHODS } from '@/lib/orders/order-state';
import { linesOf, pairsOf } from './value-lines';

type Change = (mapping: SourceMapping) => void;

/** What values of a file of orders stand for, and which rules treat what is odd. */
export function OrderRules({ mapping, onChange }: { mapping: SourceMapping; onChange: Change }) {
  const t = useTranslations('imports.rules');
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={t('values')} note={t('valuesNote')}>
        <Values mapping={mapping} onChange={onChange} />
      </Card>
      <Card title={t('title')} note={t('note')}>
        <div className="flex flex-col gap-3">
          {SWITCHES.map((name) => (
            <Switch
              key={name}
              label={t(`switches.${name}.name`)}
              help={t(`switches.${name}.does`)}
              checked={isOn(mapping, name)}
              onChange={({ target }) => {
                const others = mapping.off.filter((off) => off !== name);
                onChange({ ...mapping, off: target.checked ? others : [...others, name] });
              }}
            />
          ))}
        </div>
      </Card>
    </div>
  );
}

function Values({ mapping, onChange }: { mapping: SourceMapping; onChange: Change }) {
  const t = useTranslations('imports.rules');
  const codes = { ...mapping.charges, ...starred(mapping.chargePrefixes) };
  const [codeText, setCodeText] = useState(linesOf(codes));
  const [countryText, setCountryText] = useState(linesOf(mapping.countries));
  const [methodText, setMethodText] = useState(linesOf(mapping.methods));
  return (
    <div className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('cancellationPrefix')}>
          <TextInput
            mono
            maxLength={20}
            value={mapping.cancellationPrefix}
            onChange={({ target }) => onChange({ ...mapping, cancellationPrefix: target.value })}
          />
        </Field>
        <Field label={t('badDebtPrefix')}>
          <TextInput
            mono
            maxLength={20}
            value={mapping.badDebtPrefix}
            onChange={({ target }) => onChange({ ...mapping, badDebtPrefix: target.value })}
          />
        </Field>
      </div>
      <Field label={t('codes')} help={t('codesHelp')}>
        <Textarea
          rows={6}
          className="code"
          value={codeText}
          onChange={({ target }) => {
            setCodeText(target.value);
            onChange({ ...mapping, ...chargesOf(target.value) });
          }}
        />
      </Field>
      <Field label={t('countries')} help={t('countriesHelp')}>
        <Textarea
          rows={4}
          className="code"
          value={countryText}
          onChange={({ target }) => {
            setCountryText(target.value);
            onChange({ ...mapping, countries: countriesOf(target.value) });
          }}
        />
      </Field>
      <Field label={t('doneStatuses')} help={t('doneStatusesHelp')}>
        <TextInput
          defaultValue={mapping.doneStatuses.join(', ')}
          onChange={({ target }) =>
            onChange({
              ...mapping,
              doneStatuses: target.value.split(/[,，]/).flatMap((word) => word.trim() || []),
            })
          }
        />
      </Field>
      <Field label={t('methods')} help={t('methodsHelp', { methods: KNOWN_METHODS })}>
        <Textarea
          rows={3}
          className="code"
          value={methodText}
          onChange={({ target }) => {
            setMethodText(target.value);
            onChange({ ...mapping, methods: methodsOf(target.value) });
          }}
        />
      </Field>
    </div>
  );
}

const KNOWN_METHODS = PAYMENT_METHODS.join(', ');

function methodsOf(text: string): SourceMapping['methods'] {
  const pairs = pairsOf(text).flatMap(([word, means]) => {
    const method = PAYMENT_METHODS.find((known) => known === means);
    return method ? [[word, method] as const] : [];
  });
  return Object.fromEntries(pairs);
}

const starred = <T,>(values: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([value, means]) => [`${value}*`, means]));

function chargesOf(text: string): Pick<SourceMapping, 'charges' | 'chargePrefixes'> {
  const found: Pick<SourceMapping, 'charges' | 'chargePrefixes'> = { charges: {}, chargePrefixes: {} };
  for (const [code, means] of pairsOf(text)) {
    const charge = CHARGE_CODES.find((known) => known === means.toLowerCase());
    const key = code.normalize('NFKC').toLowerCase();
    if (!charge) continue;
    if (key.endsWith('*') && key.length > 1) found.chargePrefixes[key.slice(0, -1)] = charge;
    else found.charges[key] = charge;
  }
  return found;
}

function countriesOf(text: string): SourceMapping['countries'] {
  const pairs = pairsOf(text).filter(([, code]) => code === '' || /^[a-z]{2}$/i.test(code));
  return Object.fromEntries(pairs.map(([name, code]) => [name.toLowerCase(), code.toUpperCase() || null]));
}
