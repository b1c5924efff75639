import type { ComponentProps, ReactNode } from 'react';
import { BlockedButton } from './blocked-button';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';

/** Why a button can not be pressed now, in words, and where to clear it. */
export interface Reason {
  text: ReactNode;
  href?: string;
  linkLabel?: string;
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** When given the button can be reached but not pressed, and says this. */
  reason?: Reason | string | null | undefined;
}

export function Button({ variant, size, reason, className, type, ...rest }: ButtonProps) {
  if (reason) {
    const said = typeof reason === 'string' ? { text: reason } : reason;
    return (
      <BlockedButton
        reason={said}
        className={buttonClass({ variant, size, blocked: true, className })}
        label={rest['aria-label']}
      >
        {rest.children}
      </BlockedButton>
    );
  }
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={buttonClass({ variant, size, blocked: rest.disabled, className })}
    />
  );
}
