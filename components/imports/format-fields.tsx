'use client';

import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import {
  DATE_STYLES, DECIMALS, ENCODINGS, type FileFormat, SEPARATORS,
} from '@/lib/exchange/file-format'; // biome-ignore format: short
import type { SourceMapping } from '@/lib/exchange/source-mapping';

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const DECIMAL_NAMES = { '.': 'point', ',': 'comma' } as const;

/** How the file is written: as it was found out, or as somebody knows better. */
export function FormatFields(props: {
  detected: FileFormat;
  format: SourceMapping['format'];
  onChange: (format: SourceMapping['format']) => void;
}) {
  const t = useTranslations('imports.format');
  const { detected, format, onChange } = props;
  const now = { ...detected, ...format };
  const isText = detected.container === 'text';
  return (
    <Card title={t('title')} note={t('note')}>
      <div className="grid gap-3 sm:grid-cols-2">
        {isText ? (
          <>
            <Field label={t('separator')}>
              <NativeSelect
                value={now.separator}
                onChange={({ target }) => {
                  const separator = SEPARATORS.find((known) => known === target.value);
                  if (separator) onChange({ ...format, separator });
                }}
                options={SEPARATORS.map((value) => ({
                  value,
                  label: t(`separators.${SEPARATOR_NAMES[value]}`),
                }))}
              />
            </Field>
            <Field label={t('encoding')}>
              <NativeSelect
                value={now.encoding}
                onChange={({ target }) => {
                  const encoding = ENCODINGS.find((known) => known === target.value);
                  if (encoding) onChange({ ...format, encoding });
                }}
                options={ENCODINGS.map((value) => ({ value, label: t(`encodings.${value}`) }))}
              />
            </Field>
            <Field label={t('decimal')}>
              <NativeSelect
                value={now.decimal}
                onChange={({ target }) => {
                  const decimal = DECIMALS.find((known) => known === target.value);
                  if (decimal) onChange({ ...format, decimal });
                }}
                options={DECIMALS.map((value) => ({ value, label: t(`decimals.${DECIMAL_NAMES[value]}`) }))}
              />
            </Field>
          </>
        ) : null}
        <Field label={t('dates')}>
          <NativeSelect
            value={now.dates[now.dates.length - 1] ?? 'iso'}
            onChange={({ target }) => {
              const style = DATE_STYLES.find((known) => known === target.value);
              if (style) onChange({ ...format, dates: style === 'iso' ? ['iso'] : ['iso', style] });
            }}
            options={DATE_STYLES.map((value) => ({ value, label: t(`dateStyles.${value}`) }))}
          />
        </Field>
      </div>
    </Card>
  );
}
