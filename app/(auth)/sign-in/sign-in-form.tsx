'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { fieldMessages } from '@/lib/web/action-result';
import { signInAction } from '../actions';

type Demo = { email: string; password: string };

/** Works as a plain form too: the answer then comes with the next page. */
export function SignInForm(props: { next: string; demo: Demo | null; notice: ReactNode }) {
  const t = useTranslations('auth.signIn');
  const [result, submit, pending] = useActionState(signInAction, null);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const fields = fieldMessages(result);
  const refusal = result && !result.ok && result.problems.length === 0 ? result.message : null;
  useEffect(() => {
    if (!result || result.ok) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>('input[name="password"]'))?.focus();
  }, [result]);
  return (
    <form ref={form} action={submit} className="flex flex-col gap-4" noValidate>
      {refusal ? (
        <Notice tone="bad" alert>
          {refusal}
        </Notice>
      ) : (
        props.notice
      )}
      <input type="hidden" name="next" value={props.next} />
      <Field label={t('email')} error={fields.email}>
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </Field>
      <PasswordField error={fields.password} value={password} onChange={setPassword} />
      <SubmitButton pending={pending} className="mt-1 h-9 w-full max-sm:h-11">
        {t('submit')}
      </SubmitButton>
      {props.demo ? (
        <DemoHint
          demo={props.demo}
          onFill={(demo) => {
            setEmail(demo.email);
            setPassword(demo.password);
          }}
        />
      ) : null}
    </form>
  );
}

function PasswordField(props: {
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations('auth.signIn');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Field label={t('password')} error={props.error}>
        <TextInput
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          required
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      </Field>
      <button
        type="button"
        aria-pressed={shown}
        aria-label={shown ? t('hide') : t('show')}
        onClick={() => setShown(!shown)}
        className="absolute -top-1 right-0 grid size-6 place-items-center rounded-[6px] text-ink-3 hover:text-ink"
      >
        {shown ? (
          <EyeOff aria-hidden="true" className="size-[15px]" />
        ) : (
          <Eye aria-hidden="true" className="size-[15px]" />
        )}
      </button>
    </div>
  );
}

function DemoHint(props: { demo: Demo; onFill: (demo: Demo) => void }) {
  const t = useTranslations('auth.signIn');
  return (
    <div className="border-t pt-4 text-13 text-ink-2">
      <div className="flex items-center justify-between gap-3">
        <strong className="font-medium text-ink">{t('demoTitle')}</strong>
        <Button size="small" onClick={() => props.onFill(props.demo)}>
          {t('fill')}
        </Button>
      </div>
      <p className="mt-1.5">
        {t.rich('demo', {
          ...props.demo,
          code: (text) => <code className="font-mono text-xs whitespace-nowrap text-ink">{text}</code>,
        })}
      </p>
    </div>
  );
}
