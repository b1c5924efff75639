'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { FailureNotice } from '@/components/settings/failure-notice';
import { textOf } from '@/components/settings/form-reading';
import { type Save, useSaving } from '@/components/settings/use-saving';
import { Field } from '@/components/ui/field';
import { FormActions } from '@/components/ui/form-actions';
import { Textarea } from '@/components/ui/textarea';
import { type CustomerId, newId } from '@/lib/core/ids';
import type { AddCustomerNoteInput } from '@/lib/customers/add-customer-note';

/** Writes a note about a customer. Its id comes with the form: sent twice, it is one note. */
export function NoteForm(props: {
  storeSlug: string;
  customerId: CustomerId;
  save: Save<AddCustomerNoteInput, unknown>;
}) {
  const t = useTranslations('customers');
  const form = useRef<HTMLFormElement>(null);
  const [id, setId] = useState(() => newId('nte'));
  const { send, pending, failure, errors } = useSaving(props.storeSlug, props.save, form);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const body = textOf(new FormData(event.currentTarget), 'body');
    send({ customerId: props.customerId, id, body }, () => {
      form.current?.reset();
      setId(newId('nte'));
    });
  }

  return (
    <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-2">
      <FailureNotice failure={failure} />
      <Field label={t('notes.label')} hideLabel error={errors.body}>
        <Textarea name="body" rows={2} placeholder={t('notes.placeholder')} />
      </Field>
      <FormActions submitLabel={t('notes.add')} pending={pending} saved={id} />
    </form>
  );
}
