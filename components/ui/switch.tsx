import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names';

/** On or off, at once; a real checkbox in the role of a switch. */
export function Switch({
  label,
  help,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'role'> & { label: ReactNode; help?: ReactNode }) {
  return (
    <label className={classNames('flex min-h-6 items-start gap-3 text-sm', className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state */}
      <input {...rest} type="checkbox" role="switch" className="switch mt-0.5" />
      <span className={rest.disabled ? 'text-ink-3' : ''}>
        {label}
        {help ? <span className="block text-13 text-ink-3">{help}</span> : null}
      </span>
    </label>
  );
}
