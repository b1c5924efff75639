'use client';

import type { ComponentProps } from 'react';
import { classNames } from './class-names';
import { useFieldControl } from './field';
import { inputClass } from './input-class';

/** Several lines of text; grows with what is typed where the browser can. */
export function Textarea({ className, rows, ...rest }: ComponentProps<'textarea'>) {
  const link = useFieldControl();
  return (
    <textarea
      rows={rows ?? 3}
      {...link}
      {...rest}
      className={classNames(inputClass, 'h-auto! min-h-16 resize-y py-1.5', className)}
    />
  );
}
