'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  currencyExponent,
  currencySymbol,
  type Minor,
  minorToInput,
  parseMoney,
} from '@/components/format/money-text';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { bareInputClass, inputFrameClass } from './input-class';

export interface MoneyInputProps {
  currency: string;
  /** Carries the integer of minor units in the form, as text; empty when nothing is typed. */
  name?: string;
  defaultMinor?: Minor | null;
  onMinorChange?: (minor: bigint | null) => void;
  negative?: boolean;
  label?: string;
  disabled?: boolean;
}

/** An amount typed the way people write it, kept as whole minor units. */
export function MoneyInput(props: MoneyInputProps) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const link = useFieldControl();
  const { currency } = props;
  const start = props.defaultMinor ?? null;
  const [text, setText] = useState(start === null ? '' : minorToInput(start, currency));
  const [left, setLeft] = useState(false);
  const parsed = parseMoney(text, currency, locale, { negative: props.negative ?? false });
  const problem = parsed.ok ? '' : t(`money.${parsed.problem}`, { digits: currencyExponent(currency) });

  function typed(next: string) {
    setText(next);
    const read = parseMoney(next, currency, locale, { negative: props.negative ?? false });
    if (read.ok) props.onMinorChange?.(read.minor);
  }

  function leave() {
    setLeft(true);
    if (parsed.ok && parsed.minor !== null) setText(minorToInput(parsed.minor, currency));
  }

  const shown = left && problem !== '';
  return (
    <>
      <span className={inputFrameClass}>
        <span className="shrink-0 text-ink-3">{currencySymbol(currency, locale)}</span>
        <input
          {...link}
          aria-label={props.label}
          aria-invalid={shown || link['aria-invalid']}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          disabled={props.disabled}
          ref={(input) => input?.setCustomValidity(problem)}
          onChange={(event) => typed(event.target.value)}
          onBlur={leave}
          className={classNames(bareInputClass, 'num text-right')}
        />
      </span>
      {props.name ? (
        <input type="hidden" name={props.name} value={parsed.ok ? (parsed.minor?.toString() ?? '') : text} />
      ) : null}
      {shown ? (
        <p role="alert" className="text-13 text-bad">
          {problem}
        </p>
      ) : null}
    </>
  );
}
