'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { Textarea } from '@/components/ui/textarea';
import { useUnsavedChanges } from '@/components/ui/unsaved-changes';
import { newId } from '@/lib/core/ids';
import { note } from '../actions';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

/** A private note of staff; it appears on the timeline at once. */
export function NoteForm() {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const [noteId, setNoteId] = useState(() => newId('nte'));
  const [body, setBody] = useState('');
  const { pending, failure, run } = useRun();
  const guard = useUnsavedChanges(body.trim() !== '' && !pending);
  function send() {
    if (body.trim() === '') return;
    run(
      () => note(desk.slug, { orderId: desk.id, noteId, body }),
      () => {
        setBody('');
        setNoteId(newId('nte'));
      },
    );
  }
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={t('note.label')} hideLabel error={failure?.message}>
        <Textarea
          value={body}
          rows={2}
          maxLength={4000}
          placeholder={t('note.placeholder')}
          onChange={(event) => setBody(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            send();
          }}
        />
      </Field>
      <SubmitButton
        variant="default"
        size="small"
        pending={pending}
        className="self-start"
        reason={desk.why.note?.text ?? null}
      >
        {t('note.submit')}
      </SubmitButton>
      {guard}
    </form>
  );
}
