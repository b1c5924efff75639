'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import { FormActions } from '@/components/ui/form-actions';
import { FailureNotice } from './failure-notice';
import { snapshot } from './form-reading';
import { type Save, useSaving } from './use-saving';

/**
 * A form of settings: sends what was typed once, shows errors beside their fields, keeps what was typed, and asks
 * before leaving with changes. It stands on the values it was opened with, so that the version it sends is of what
 * the person saw; `hrefs.done` is where a saved record goes to.
 */
export function SettingsForm<V extends { version?: number }, I, T>(props: {
  storeSlug: string;
  values: V;
  save: Save<I, T>;
  toInput: (form: FormData, version: number) => I;
  submitLabel: string;
  /** Where to go when it is saved, and without saving if that is elsewhere. */
  hrefs?: { done: string; cancel?: string };
  children: (errors: Record<string, string>, values: V) => ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const saved = useRef('');
  const [dirty, setDirty] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const router = useRouter();
  const { send, pending, failure, errors, forget } = useSaving(props.storeSlug, props.save, form);
  const opened = useOpened(props.values, () => {
    forget();
    setDirty(false);
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew, the fields begin anew
  useEffect(() => {
    if (form.current) saved.current = snapshot(form.current);
  }, [opened.times]);

  // Steppers and pickers change their hidden inputs after the event that reaches the form.
  const look = () =>
    requestAnimationFrame(() => {
      if (form.current) setDirty(snapshot(form.current) !== saved.current);
    });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const sent = event.currentTarget;
    send(props.toInput(new FormData(sent), opened.version), (data) => {
      saved.current = snapshot(sent);
      setDirty(false);
      opened.savedAs(versionIn(data));
      if (props.hrefs) {
        setLeaving(true);
        router.push(props.hrefs.done);
      }
    });
  }

  return (
    <form
      ref={form}
      // Sent before the page's code is there, what was typed must not end up in an address.
      method="post"
      noValidate
      onSubmit={submit}
      onInput={look}
      onClick={look}
      onKeyUp={look}
      className="flex max-w-[44rem] flex-col gap-4"
    >
      <FailureNotice failure={failure} onReload={opened.reload} />
      <Fragment key={opened.times}>{props.children(errors, opened.values)}</Fragment>
      <FormActions
        submitLabel={props.submitLabel}
        pending={pending || leaving}
        dirty={dirty}
        {...cancelling(props.hrefs?.cancel ?? props.hrefs?.done)}
      />
    </form>
  );
}

const cancelling = (cancelHref: string | undefined) => (cancelHref ? { cancelHref } : {});

/** The values as they were when the form was opened; newer ones come only when they are asked for. */
function useOpened<V extends { version?: number }>(current: V, onOpened: () => void) {
  const router = useRouter();
  const [state, setState] = useState({ values: current, version: current.version ?? 0, times: 0 });
  const [wanted, setWanted] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was asked for and has come counts
  useEffect(() => {
    const version = current.version ?? 0;
    if (!wanted || version === state.version) return;
    setWanted(false);
    setState({ values: current, version, times: state.times + 1 });
    onOpened();
  }, [wanted, current.version]);

  return {
    ...state,
    savedAs: (version: number | null) => version !== null && setState((before) => ({ ...before, version })),
    reload: () => {
      setWanted(true);
      router.refresh();
    },
  };
}

function versionIn(data: unknown): number | null {
  return typeof data === 'object' && data !== null && 'version' in data && typeof data.version === 'number'
    ? data.version
    : null;
}
