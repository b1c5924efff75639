'use client';

import { Info } from 'lucide-react';
import { Popover } from './popover';

/** A small (i) beside a number: what it is made of. Opens by click and key, so that a finger reads it too. */
export function Definition(props: { name: string; children: string }) {
  return (
    <Popover
      trigger={{
        label: <Info aria-hidden="true" className="size-3.5 text-ink-3" />,
        name: props.name,
        variant: 'quiet',
        size: 'small',
        className: 'size-6! px-0!',
      }}
    >
      <p className="max-w-64 text-13 text-ink-2">{props.children}</p>
    </Popover>
  );
}
