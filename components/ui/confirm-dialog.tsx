'use client';

import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState, useTransition } from 'react';
import { buttonClass } from './button-class';
import { scrimClass } from './dialog';
import type { TriggerLook } from './overlay-trigger';
import { SubmitButton } from './submit-button';

export interface ConfirmDialogProps {
  title: ReactNode;
  /** What will happen, and what can not be undone. */
  children?: ReactNode;
  /** A verb: "Cancel order". */
  confirmLabel: string;
  onConfirm: () => unknown;
  danger?: boolean;
  trigger?: TriggerLook;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** Asks before something that can not be taken back; closes when the work is done. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  onConfirm,
  danger,
  trigger,
  ...control
}: ConfirmDialogProps) {
  const t = useTranslations('ui');
  const [openHere, setOpenHere] = useState(false);
  const [pending, start] = useTransition();
  const open = control.open ?? openHere;
  function setOpen(next: boolean) {
    setOpenHere(next);
    control.onOpenChange?.(next);
  }
  function confirm() {
    if (pending) return;
    start(async () => {
      await onConfirm();
      setOpen(false);
    });
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      {trigger ? (
        <AlertDialog.Trigger aria-label={trigger.name} className={buttonClass(trigger)}>
          {trigger.label}
        </AlertDialog.Trigger>
      ) : null}
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={scrimClass} />
        <AlertDialog.Popup className="fixed top-1/2 left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 rounded-card border border-line bg-surface p-4 shadow-pop outline-none transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
          <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
          {children ? (
            <AlertDialog.Description className="mt-1 text-ink-2" render={<div />}>
              {children}
            </AlertDialog.Description>
          ) : null}
          <div className="mt-4 flex justify-end gap-2">
            <AlertDialog.Close className={buttonClass()}>{t('back')}</AlertDialog.Close>
            <SubmitButton variant={danger ? 'danger' : 'primary'} pending={pending} onClick={confirm}>
              {confirmLabel}
            </SubmitButton>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
