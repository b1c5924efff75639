'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { FormActions } from '@/components/ui/form-actions';
import { FailureNotice } from './failure-notice';
import { snapshot } from './form-reading';
import { type Save, useSaving } from './use-saving';

/**
 * A form of settings: sends what was typed once, shows errors beside their fields, keeps what was typed, and asks
 * before leaving with changes. `toInput` makes the verb's input; `doneHref` is where a new record goes to.
 */
export function SettingsForm<I, T>(props: {
  storeSlug: string;
  save: Save<I, T>;
  toInput: (form: FormData) => I;
  submitLabel: string;
  doneHref?: string;
  /** Where leaving goes, when that is elsewhere. */
  cancelHref?: string;
  children: (errors: Record<string, string>) => ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const saved = useRef('');
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const router = useRouter();
  const { send, pending, failure, errors } = useSaving(props.storeSlug, props.save, form);

  useEffect(() => {
    if (form.current) saved.current = snapshot(form.current);
  }, []);

  // Steppers and pickers change their hidden inputs after the event that reaches the form.
  const look = () =>
    requestAnimationFrame(() => {
      if (form.current) setDirty(snapshot(form.current) !== saved.current);
    });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = event.currentTarget;
    send(props.toInput(new FormData(sent)), () => {
      saved.current = snapshot(sent);
      setDirty(false);
      if (props.doneHref) {
        setLeaving(true);
        router.push(props.doneHref);
      }
    });
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={submit}
      onInput={look}
      onClick={look}
      onKeyUp={look}
      className="flex max-w-[44rem] flex-col gap-4"
    >
      <FailureNotice failure={failure} />
      {props.children(errors)}
      <FormActions
        submitLabel={props.submitLabel}
        pending={pending || leaving}
        dirty={dirty}
        {...cancelTo(props.cancelHref ?? props.doneHref)}
      />
    </form>
  );
}

const cancelTo = (href: string | undefined) => (href ? { cancelHref: href } : {});
