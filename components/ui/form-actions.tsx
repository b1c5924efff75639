'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { LinkButton } from './link-button';
import { SubmitButton } from './submit-button';
import { useUnsavedChanges } from './unsaved-changes';

/**
 * The foot of a form: save, and the way out. Notices typing in its form by itself and then asks
 * before leaving; `dirty` overrides what it noticed, `saved` (a new value per save) resets it.
 */
export function FormActions(props: {
  submitLabel: string;
  cancelHref?: string;
  dirty?: boolean;
  saved?: string | number | null;
  pending?: boolean;
  children?: ReactNode;
}) {
  const t = useTranslations('ui');
  const box = useRef<HTMLDivElement>(null);
  const [touched, setTouched] = useState(false);
  const guard = useUnsavedChanges(props.dirty ?? touched);

  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    const touch = () => setTouched(true);
    const settle = () => setTouched(false);
    form.addEventListener('input', touch);
    form.addEventListener('reset', settle);
    form.addEventListener('submit', settle);
    return () => {
      form.removeEventListener('input', touch);
      form.removeEventListener('reset', settle);
      form.removeEventListener('submit', settle);
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value means it was saved
  useEffect(() => setTouched(false), [props.saved]);

  return (
    <div ref={box} className="flex flex-wrap items-center gap-2 pt-2">
      <SubmitButton {...(props.pending === undefined ? {} : { pending: props.pending })}>
        {props.submitLabel}
      </SubmitButton>
      {props.cancelHref ? (
        <LinkButton href={props.cancelHref} variant="quiet">
          {t('cancel')}
        </LinkButton>
      ) : null}
      {props.children}
      {guard}
    </div>
  );
}
