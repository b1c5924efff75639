'use client';

import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { bareInputClass, inputClass, inputFrameClass } from './input-class';

export interface TextInputProps extends ComponentProps<'input'> {
  /** For codes: SKUs, order numbers, tracking numbers. */
  mono?: boolean;
  before?: ReactNode;
  after?: ReactNode;
}

/** One line of text; all attributes of an input apply. */
export function TextInput({ mono, before, after, className, ...rest }: TextInputProps) {
  const link = useFieldControl();
  const face = mono ? 'font-mono text-[12.5px]' : '';
  if (before === undefined && after === undefined) {
    return <input {...link} {...rest} className={classNames(inputClass, face, className)} />;
  }
  return (
    <span className={classNames(inputFrameClass, className)}>
      {before ? <span className="shrink-0 text-ink-3">{before}</span> : null}
      <input {...link} {...rest} className={classNames(bareInputClass, face)} />
      {after ? <span className="shrink-0 text-ink-3">{after}</span> : null}
    </span>
  );
}
