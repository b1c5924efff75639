'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import type { Reason } from './button';

export interface BlockedButtonProps {
  reason: Reason;
  className: string;
  label?: string | undefined;
  children?: ReactNode;
}

const Body = lazy(() =>
  import('./blocked-button-body').then((part) => ({ default: part.BlockedButtonBody })),
);

/** Loaded apart, so that a page without blocked buttons does not carry the popover. */
export function BlockedButton(props: BlockedButtonProps) {
  const plain = (
    <button type="button" aria-disabled="true" aria-label={props.label} className={props.className}>
      {props.children}
    </button>
  );
  return (
    <Suspense fallback={plain}>
      <Body {...props} />
    </Suspense>
  );
}
