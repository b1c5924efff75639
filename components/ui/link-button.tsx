import Link from 'next/link';
import type { ComponentProps } from 'react';
import { BlockedButton } from './blocked-button';
import type { Reason } from './button';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';

export interface LinkButtonProps extends ComponentProps<typeof Link> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  reason?: Reason | string | null | undefined;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, reason, className, ...rest }: LinkButtonProps) {
  if (reason) {
    const said = typeof reason === 'string' ? { text: reason } : reason;
    return (
      <BlockedButton reason={said} className={buttonClass({ variant, size, blocked: true, className })}>
        {rest.children}
      </BlockedButton>
    );
  }
  return <Link {...rest} className={buttonClass({ variant, size, className })} />;
}
