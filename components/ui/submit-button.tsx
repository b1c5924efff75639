'use client';

import type { MouseEvent } from 'react';
import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';
import { Spinner } from './spinner';

/** Submits its form once: while the form is on its way a second press does nothing. */
export function SubmitButton({
  pending: pendingNow,
  children,
  ...rest
}: ButtonProps & { pending?: boolean }) {
  const status = useFormStatus();
  const pending = pendingNow ?? status.pending;
  function hold(event: MouseEvent<HTMLButtonElement>) {
    if (pending) event.preventDefault();
    else rest.onClick?.(event);
  }
  return (
    <Button
      variant="primary"
      {...rest}
      type="submit"
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={hold}
    >
      {pending ? <Spinner /> : null}
      {children}
    </Button>
  );
}
