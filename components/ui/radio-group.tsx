'use client';

import { type ReactNode, useId } from 'react';
import { radioClass } from './check-class';
import { classNames } from './class-names';

export interface RadioOption {
  value: string;
  label: ReactNode;
  help?: ReactNode;
  disabled?: boolean;
}

/** One of a few, all in sight. */
export function RadioGroup(props: {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  error?: ReactNode;
}) {
  const errorId = useId();
  return (
    <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={props.error ? errorId : undefined}>
      <legend className="mb-1.5 text-13 font-medium">{props.legend}</legend>
      {props.options.map((option) => (
        <label
          key={option.value}
          className={classNames('flex min-h-6 items-start gap-2.5 text-sm', option.disabled && 'text-ink-3')}
        >
          <input
            type="radio"
            name={props.name}
            value={option.value}
            disabled={option.disabled}
            className={classNames(radioClass, 'mt-0.5')}
            {...(props.value === undefined
              ? { defaultChecked: props.defaultValue === option.value }
              : { checked: props.value === option.value })}
            onChange={() => props.onValueChange?.(option.value)}
          />
          <span>
            {option.label}
            {option.help ? <span className="block text-13 text-ink-3">{option.help}</span> : null}
          </span>
        </label>
      ))}
      {props.error ? (
        <p id={errorId} className="text-13 text-bad">
          {props.error}
        </p>
      ) : null}
    </fieldset>
  );
}
