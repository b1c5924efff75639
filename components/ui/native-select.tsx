'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { inputClass } from './input-class';

export interface SelectOption {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

/** The browser's own select: works without JavaScript, and with a phone's wheel. */
export function NativeSelect({
  options,
  placeholder,
  className,
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[]; placeholder?: string }) {
  const link = useFieldControl();
  return (
    <span className={classNames('relative block', className)}>
      <select {...link} {...rest} className={classNames(inputClass, 'appearance-none pr-8')}>
        {placeholder ? <option value="">{placeholder}</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
