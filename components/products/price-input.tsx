'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { currencyExponent, currencySymbol, parseScaled } from '@/components/format/money-text';
import { classNames } from '@/components/ui/class-names';
import { useFieldControl } from '@/components/ui/field';
import { bareInputClass, inputFrameClass } from '@/components/ui/input-class';
import { decimalText, PRICE_DECIMALS } from '@/lib/core/money';

/** A unit price typed the way people write it, kept in ten-thousandths. What is no price is sent as typed. */
export function PriceInput(props: {
  name: string;
  currency: string;
  defaultE4?: number | null;
  label?: string;
}) {
  const t = useTranslations('ui');
  const locale = useLocale();
  const link = useFieldControl();
  const { currency } = props;
  const [text, setText] = useState(props.defaultE4 == null ? '' : typable(props.defaultE4, currency));
  const [left, setLeft] = useState(false);
  const parsed = parseScaled(text, PRICE_DECIMALS, locale, { currency });
  const problem = parsed.ok ? '' : t(`money.${parsed.problem}`, { digits: PRICE_DECIMALS });
  const shown = left && problem !== '';

  function leave(to: EventTarget | null) {
    // A message that appears while the submit button is being pressed would push the button from under the pointer.
    if (!(to instanceof HTMLButtonElement && to.type === 'submit')) setLeft(true);
    if (parsed.ok && parsed.minor !== null) setText(typable(Number(parsed.minor), currency));
  }

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
          onChange={(event) => setText(event.target.value)}
          onBlur={(event) => leave(event.relatedTarget)}
          className={classNames(bareInputClass, 'num text-right')}
        />
      </span>
      <input type="hidden" name={props.name} value={parsed.ok ? (parsed.minor?.toString() ?? '') : text} />
      {shown ? (
        <p role="alert" className="text-13 text-bad">
          {problem}
        </p>
      ) : null}
    </>
  );
}

/** "18.00", or "0.0042": the currency's decimals at least, no zeros after them. */
function typable(priceE4: number, currency: string): string {
  const exponent = currencyExponent(currency);
  const text = decimalText(priceE4, PRICE_DECIMALS);
  const cut = text.slice(0, text.length - (PRICE_DECIMALS - exponent));
  const rest = text.slice(cut.length).replace(/0+$/, '');
  return rest ? cut + rest : cut.replace(/\.$/, '');
}
