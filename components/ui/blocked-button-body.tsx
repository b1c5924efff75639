'use client';

import { Popover } from '@base-ui/react/popover';
import Link from 'next/link';
import { useId } from 'react';
import type { BlockedButtonProps } from './blocked-button';
import { popupClass } from './popup-class';

/** A button that says why it does nothing: on hover, on focus, when pressed, and to a reader. */
export function BlockedButtonBody(props: BlockedButtonProps) {
  const id = useId();
  const { text, href, linkLabel } = props.reason;
  return (
    <Popover.Root>
      <Popover.Trigger
        openOnHover
        delay={200}
        closeDelay={120}
        aria-disabled="true"
        aria-describedby={id}
        aria-label={props.label}
        className={props.className}
      >
        {props.children}
      </Popover.Trigger>
      <span id={id} hidden>
        {text}
      </span>
      <Popover.Portal>
        <Popover.Positioner sideOffset={6} collisionPadding={12} className="z-50">
          <Popover.Popup initialFocus={false} className={`${popupClass} max-w-72 px-3 py-2 text-13 text-ink`}>
            <Popover.Title render={<p />}>{text}</Popover.Title>
            {href && linkLabel ? (
              <Link href={href} className="mt-1 inline-block font-medium text-accent underline">
                {linkLabel}
              </Link>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
