'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { OverlayBody, openProps, scrimClass, useFirstField } from './dialog';
import { type OverlayProps, OverlayTrigger } from './overlay-trigger';

/** A panel from the right for an action with consequences; the whole screen on a phone. */
export function Sheet(props: OverlayProps) {
  const { content, initialFocus } = useFirstField();
  return (
    <Base.Root {...openProps(props)}>
      {props.trigger ? <OverlayTrigger {...props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Popup
          initialFocus={initialFocus}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(32rem,100vw)] flex-col border-l border-line bg-surface shadow-pop outline-none transition-transform duration-150 ease-out data-[ending-style]:translate-x-full data-[starting-style]:translate-x-full max-sm:w-screen max-sm:border-l-0"
        >
          <OverlayBody {...props} content={content} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
