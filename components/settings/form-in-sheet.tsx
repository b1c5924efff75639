'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { TriggerLook } from '@/components/ui/overlay-trigger';
import { Sheet } from '@/components/ui/sheet';
import { SubmitButton } from '@/components/ui/submit-button';
import { FailureNotice } from './failure-notice';
import { type Save, useSaving } from './use-saving';

/** A short form in a panel: sent once, errors beside their fields, closed when it is saved. */
export function FormInSheet<I, T>(props: {
  storeSlug: string;
  texts: { title: string; description?: string; submit: string };
  trigger: TriggerLook;
  save: Save<I, T>;
  toInput: (form: FormData) => I;
  onSaved?: (data: T) => void;
  children: (errors: Record<string, string>) => ReactNode;
}) {
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const { send, pending, failure, errors, forget } = useSaving(props.storeSlug, props.save, box);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    // A panel stands in a portal, but its events still rise through the page's own forms.
    event.stopPropagation();
    send(props.toInput(new FormData(event.currentTarget)), (data) => {
      setOpen(false);
      props.onSaved?.(data);
    });
  }

  function reload() {
    forget();
    setOpen(false);
    router.refresh();
  }

  return (
    <Sheet
      title={props.texts.title}
      description={props.texts.description}
      trigger={props.trigger}
      open={open}
      onOpenChange={setOpen}
      footer={
        <SubmitButton form={id} pending={pending}>
          {props.texts.submit}
        </SubmitButton>
      }
    >
      <form id={id} ref={box} method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FailureNotice failure={failure} onReload={reload} />
        {props.children(errors)}
      </form>
    </Sheet>
  );
}
