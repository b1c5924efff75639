import type { ComponentProps, ReactNode } from 'react';
import { checkClass } from './check-class';
import { classNames } from './class-names';

/** A tick with its words; a real input, so it is sent with the form. */
export function Checkbox({
  label,
  help,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; help?: ReactNode }) {
  return (
    <label className={classNames('flex min-h-6 items-start gap-2.5 text-sm', className)}>
      <input {...rest} type="checkbox" className={classNames(checkClass, 'mt-0.5')} />
      <span className={rest.disabled ? 'text-ink-3' : ''}>
        {label}
        {help ? <span className="block text-13 text-ink-3">{help}</span> : null}
      </span>
    </label>
  );
}
