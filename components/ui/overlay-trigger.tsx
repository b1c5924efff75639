'use client';

import { Dialog } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { BlockedButton } from './blocked-button';
import type { Reason } from './button';
import { type ButtonSize, type ButtonVariant, buttonClass } from './button-class';

/** The button that opens something, described rather than passed, so that servers can say it. */
export interface TriggerLook {
  label: ReactNode;
  /** The spoken name, when the label is an icon. */
  name?: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  reason?: Reason | null | undefined;
  className?: string;
}

export interface OverlayProps {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot; put a form's buttons here with the `form` attribute. */
  footer?: ReactNode;
  trigger?: TriggerLook;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

export function OverlayTrigger({ label, name, variant, size, reason, className }: TriggerLook) {
  if (reason) {
    return (
      <BlockedButton
        reason={reason}
        label={name}
        className={buttonClass({ variant, size, blocked: true, className })}
      >
        {label}
      </BlockedButton>
    );
  }
  return (
    <Dialog.Trigger aria-label={name} className={buttonClass({ variant, size, className })}>
      {label}
    </Dialog.Trigger>
  );
}
