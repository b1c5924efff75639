import type { ComponentProps, ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from './button-class';
import { buttonClass } from './button-class';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children' | 'title'> {
  /** Its name, read aloud and shown on hover. */
  label: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

const WIDTHS: Record<ButtonSize, string> = { small: 'w-7', medium: 'w-8', large: 'w-12' };

/** A button that is only an icon. */
export function IconButton({ label, variant, size, className, ...rest }: IconButtonProps) {
  const look = { variant: variant ?? 'quiet', size } as const;
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={buttonClass({
        ...look,
        blocked: rest.disabled,
        className: `${WIDTHS[size ?? 'medium']} px-0! ${className ?? ''}`,
      })}
    />
  );
}
