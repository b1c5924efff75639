'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';

/** A short hint for something that already has a name. Never the only place of a fact. */
export function Tooltip(props: { content: ReactNode; children: ReactElement }) {
  return (
    <Base.Root>
      <Base.Trigger render={props.children} delay={400} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className="max-w-72 rounded-[6px] bg-ink px-2 py-1 text-xs font-medium text-paper transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0">
            {props.content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
