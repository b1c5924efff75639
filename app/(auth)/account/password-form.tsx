'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { fieldMessages } from '@/lib/web/action-result';
import { changePasswordAction } from './actions';

const FIELDS = ['current', 'next', 'repeated'] as const;
const EMPTY = { current: '', next: '', repeated: '' };

export function PasswordForm(props: { email: string; min: number }) {
  const t = useTranslations('auth.account.password');
  const [result, submit, pending] = useActionState(changePasswordAction, null);
  const [typed, setTyped] = useState(EMPTY);
  const form = useRef<HTMLFormElement>(null);
  const errors = fieldMessages(result);
  useEffect(() => {
    if (result?.ok) setTyped(EMPTY);
    else if (result) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [result]);
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4" noValidate>
      {result?.ok ? (
        <Notice tone="good" alert>
          {t('changed', { ended: result.data.endedSessions })}
        </Notice>
      ) : null}
      {result?.ok === false && result.problems.length === 0 ? (
        <Notice tone="bad" alert>
          {result.message}
        </Notice>
      ) : null}
      <input type="hidden" name="username" autoComplete="username" value={props.email} readOnly />
      {FIELDS.map((name) => (
        <Field
          key={name}
          label={t(name)}
          error={errors[name]}
          {...(name === 'next' ? { help: t('nextHelp', { min: props.min }) } : {})}
        >
          <TextInput
            name={name}
            type="password"
            required
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            autoComplete={name === 'current' ? 'current-password' : 'new-password'}
          />
        </Field>
      ))}
      <SubmitButton pending={pending} className="self-start">
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
