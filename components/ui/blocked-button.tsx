'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import type { Reason } from './button';

export interface BlockedButtonProps {
  reason: Reason;
  className: string;
  label?: string | undefined;
  children?: ReactNode;
}

/** Loaded apart, so that a page without blocked buttons does not carry the popover. */
export const BlockedButton = dynamic<BlockedButtonProps>(() =>
  import('./blocked-button-body').then((part) => part.BlockedButtonBody),
);
