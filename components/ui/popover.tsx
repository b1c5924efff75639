'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class';
import type { TriggerLook } from './overlay-trigger';
import { popupClass } from './popup-class';

/** Something small beside the button that opened it: a filter, a definition. */
export function Popover(props: {
  trigger: TriggerLook;
  title?: ReactNode;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Base.Root
      {...(props.open === undefined ? {} : { open: props.open })}
      onOpenChange={(open) => props.onOpenChange?.(open)}
    >
      <Base.Trigger aria-label={props.trigger.name} className={buttonClass(props.trigger)}>
        {props.trigger.label}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={props.align ?? 'start'} collisionPadding={8} className="z-50">
          <Base.Popup
            aria-label={props.title ? undefined : props.trigger.name}
            className={`${popupClass} max-h-[var(--available-height)] max-w-[min(24rem,var(--available-width))] min-w-56 overflow-y-auto p-3`}
          >
            {props.title ? (
              <Base.Title className="mb-2 text-13 font-semibold">{props.title}</Base.Title>
            ) : null}
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
