'use client';

import { type FormEvent, type ReactNode, useId, useRef } from 'react';
import { FailureNotice } from '@/components/settings/failure-notice';
import { type Save, useSaving } from '@/components/settings/use-saving';
import { Sheet } from '@/components/ui/sheet';
import { SubmitButton } from '@/components/ui/submit-button';

/** A form in a panel that something else opens: after contact was shown, from a menu. */
export function FormPanel<I, T>(props: {
  storeSlug: string;
  texts: { title: string; description?: string; submit: string };
  control: { open: boolean; setOpen: (open: boolean) => void };
  save: Save<I, T>;
  toInput: (form: FormData) => I;
  children: (errors: Record<string, string>) => ReactNode;
}) {
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const { send, pending, failure, errors } = useSaving(props.storeSlug, props.save, box);
  const { open, setOpen } = props.control;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    event.stopPropagation();
    send(props.toInput(new FormData(event.currentTarget)), () => setOpen(false));
  }

  return (
    <Sheet
      title={props.texts.title}
      description={props.texts.description}
      open={open}
      onOpenChange={setOpen}
      footer={
        <SubmitButton form={id} pending={pending}>
          {props.texts.submit}
        </SubmitButton>
      }
    >
      <form id={id} ref={box} noValidate onSubmit={submit} className="flex flex-col gap-4">
        <FailureNotice failure={failure} />
        {props.children(errors)}
      </form>
    </Sheet>
  );
}
