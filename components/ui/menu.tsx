'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from './button-class';
import { classNames } from './class-names';
import type { TriggerLook } from './overlay-trigger';
import { optionClass, popupClass } from './popup-class';

/** A button with a list of actions. */
export function Menu(props: {
  trigger: TriggerLook;
  children: ReactNode;
  align?: 'start' | 'end';
  /** Replaces the button look of the trigger. */
  triggerClass?: string;
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger
        aria-label={props.trigger.name}
        className={props.triggerClass ?? buttonClass(props.trigger)}
      >
        {props.trigger.label}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={props.align ?? 'end'} collisionPadding={8} className="z-50">
          <Base.Popup
            className={`${popupClass} max-h-[var(--available-height)] max-w-80 min-w-48 overflow-y-auto p-1`}
          >
            {props.children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** One action; with a `reason` it can be reached, does nothing and says why underneath. */
export function MenuItem(props: {
  children: ReactNode;
  onSelect?: () => void;
  icon?: ReactNode;
  danger?: boolean;
  reason?: string | null | undefined;
}) {
  return (
    <Base.Item
      disabled={Boolean(props.reason)}
      onClick={() => props.onSelect?.()}
      className={classNames(optionClass, props.danger && !props.reason && 'text-bad!')}
    >
      {props.icon}
      <span className="min-w-0 flex-1">
        {props.children}
        {props.reason ? <span className="block text-xs">{props.reason}</span> : null}
      </span>
    </Base.Item>
  );
}

/** An item that goes somewhere. */
export function MenuLink(props: { href: string; children: ReactNode; icon?: ReactNode }) {
  return (
    <Base.LinkItem render={<Link href={props.href} />} closeOnClick className={optionClass}>
      {props.icon}
      <span className="min-w-0 flex-1">{props.children}</span>
    </Base.LinkItem>
  );
}

/** A choice within a menu, the chosen one ticked. */
export function MenuChoice(props: {
  label: string;
  value: string;
  options: readonly { value: string; label: ReactNode; lang?: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className={menuLabelClass}>{props.label}</Base.GroupLabel>
      <Base.RadioGroup value={props.value} onValueChange={props.onChange}>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={optionClass}>
            <span className="min-w-0 flex-1" lang={option.lang}>
              {option.label}
            </span>
            <Base.RadioItemIndicator>
              <Check aria-hidden="true" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export const menuLabelClass = 'px-2 pt-1.5 pb-1 text-xs font-medium text-ink-3';

export function MenuSeparator() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-line" />;
}
