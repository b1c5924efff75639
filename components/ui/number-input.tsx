'use client';

import { NumberField } from '@base-ui/react/number-field';
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { quantityText } from '@/components/format/quantity-text';
import { intlLocale } from '@/lib/i18n/locales';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { bareInputClass, inputFrameClass } from './input-class';

export interface NumberInputProps {
  name?: string;
  value?: number | null;
  defaultValue?: number;
  onValueChange?: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Shown behind the number: g, %, days. */
  unit?: string;
  label?: string;
  disabled?: boolean;
  required?: boolean;
  className?: string;
}

/** A whole number with steppers; never for money. */
export function NumberInput({ unit, label, className, onValueChange, ...rest }: NumberInputProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const { id, ...link } = useFieldControl();
  const written = quantityText(rest.value ?? rest.defaultValue ?? 0, locale);
  return (
    <NumberField.Root
      {...rest}
      {...(id ? { id } : {})}
      locale={intlLocale(locale)}
      format={{ maximumFractionDigits: 0 }}
      onValueChange={(value) => onValueChange?.(value)}
    >
      <NumberField.Group className={classNames(inputFrameClass, 'px-0!', className)}>
        <NumberField.Decrement aria-label={t('number.less')} className={stepClass}>
          <Minus aria-hidden="true" className="size-3.5" />
        </NumberField.Decrement>
        <NumberField.Input
          {...link}
          aria-label={label}
          className={classNames(bareInputClass, 'num text-center')}
          style={{ minWidth: `${written.length + 1}ch` }}
          onKeyDown={(event) => {
            // These move the caret, as everywhere one types: nobody means the most there may be.
            if (event.key === 'Home' || event.key === 'End') event.preventBaseUIHandler();
          }}
        />
        {unit ? <span className="shrink-0 text-13 text-ink-3">{unit}</span> : null}
        <NumberField.Increment aria-label={t('number.more')} className={stepClass}>
          <Plus aria-hidden="true" className="size-3.5" />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  );
}

const stepClass =
  'inline-flex h-full w-7 shrink-0 items-center justify-center text-ink-3 hover:text-ink data-[disabled]:opacity-40 max-sm:w-10';
