'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useState } from 'react';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { LOCALE_NAMES, LOCALES } from '@/lib/i18n/locales';
import { fieldMessages } from '@/lib/web/action-result';
import { editAccountAction } from './actions';

export function PersonForm(props: { name: string; email: string; locale: string }) {
  const t = useTranslations('auth.account.person');
  const [result, submit, pending] = useActionState(editAccountAction, null);
  const [name, setName] = useState(props.name);
  const fields = fieldMessages(result);
  return (
    <Card title={t('title')}>
      <form action={submit} className="flex flex-col gap-4" noValidate>
        {result?.ok === true ? <Notice tone="good">{t('saved')}</Notice> : null}
        {result?.ok === false ? <Notice tone="bad">{result.message}</Notice> : null}
        <Field label={t('name')} error={fields.name}>
          <TextInput
            name="name"
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            required
            maxLength={120}
          />
        </Field>
        <Field label={t('email')}>
          <TextInput type="email" readOnly value={props.email} />
        </Field>
        <Field label={t('language')} error={fields.locale}>
          <NativeSelect
            key={props.locale}
            name="locale"
            defaultValue={props.locale}
            options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value].name }))}
          />
        </Field>
        <SubmitButton pending={pending} className="self-start">
          {t('submit')}
        </SubmitButton>
      </form>
    </Card>
  );
}
