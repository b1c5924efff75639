'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, type Ref, useCallback, useRef } from 'react';
import { buttonClass } from './button-class';
import { type OverlayProps, OverlayTrigger } from './overlay-trigger';

/** A question or a small form in the middle of the page. */
export function Dialog(props: OverlayProps) {
  const { content, initialFocus } = useFirstField();
  return (
    <Base.Root {...openProps(props)}>
      {props.trigger ? <OverlayTrigger {...props.trigger} /> : null}
      <Base.Portal>
        <Base.Backdrop className={scrimClass} />
        <Base.Popup
          initialFocus={initialFocus}
          className="fixed top-1/2 left-1/2 z-50 flex max-h-[min(90dvh,48rem)] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 flex-col rounded-card border border-line bg-surface shadow-pop outline-none transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0"
        >
          <OverlayBody {...props} content={content} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

export const scrimClass =
  'fixed inset-0 z-40 bg-scrim transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0';

/** Passes on only what was given: an undefined `open` would still make it controlled. */
export function openProps(props: OverlayProps) {
  return {
    ...(props.open === undefined ? {} : { open: props.open }),
    onOpenChange: (open: boolean) => props.onOpenChange?.(open),
  };
}

const FIELD = 'input:not([type="hidden"]):enabled, select:enabled, textarea:enabled';

/** Whoever opens a form by key or mouse types at once; a touch would only bring the screen's keyboard up. */
export function useFirstField() {
  const content = useRef<HTMLDivElement>(null);
  const initialFocus = useCallback(
    (by: string) => (by === 'touch' ? true : (content.current?.querySelector<HTMLElement>(FIELD) ?? true)),
    [],
  );
  return { content, initialFocus };
}

/** Title, what it is about, the content, and the actions at the foot. */
export function OverlayBody(props: {
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  footer?: ReactNode;
  content?: Ref<HTMLDivElement>;
}) {
  const t = useTranslations('ui');
  return (
    <>
      <header className="flex items-start gap-3 border-b px-4 py-3">
        <div className="min-w-0 flex-1">
          <Base.Title className="text-base font-semibold">{props.title}</Base.Title>
          {props.description ? (
            <Base.Description className="text-13 text-ink-2" render={<div />}>
              {props.description}
            </Base.Description>
          ) : null}
        </div>
        <Base.Close
          aria-label={t('close')}
          className={buttonClass({ variant: 'quiet', size: 'small', className: 'w-7 px-0!' })}
        >
          <X aria-hidden="true" />
        </Base.Close>
      </header>
      <div ref={props.content} className="min-h-0 flex-1 overflow-y-auto px-4 py-4">
        {props.children}
      </div>
      {props.footer ? (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-4 py-3">
          {props.footer}
        </footer>
      ) : null}
    </>
  );
}
