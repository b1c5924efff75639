'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Reason } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { AddedMember, AddMemberInput } from '@/lib/access/add-member';
import { FormInSheet } from './form-in-sheet';
import { textOf } from './form-reading';
import { limitsOf, RoleFields, roleOf } from './role-fields';
import { SecretDialog } from './secret-dialog';
import type { Save } from './use-saving';

/** Gives a person a role; somebody new gets a first password, shown this once. */
export function AddMember(props: {
  storeSlug: string;
  currency: string;
  reason: Reason | null;
  save: Save<AddMemberInput, AddedMember>;
}) {
  const t = useTranslations('settings.team');
  const [password, setPassword] = useState<string | null>(null);
  return (
    <>
      <FormInSheet
        storeSlug={props.storeSlug}
        save={props.save}
        trigger={{ label: t('add'), variant: 'primary', reason: props.reason }}
        texts={{ title: t('add'), description: t('addNote'), submit: t('add') }}
        onSaved={({ initialPassword }) => setPassword(initialPassword)}
        toInput={(form) => ({
          email: textOf(form, 'email'),
          name: textOf(form, 'name'),
          role: roleOf(textOf(form, 'role')),
          limits: limitsOf(form),
        })}
      >
        {(errors) => (
          <>
            <Field label={t('email')} help={t('emailHelp')} error={errors.email}>
              <TextInput type="email" name="email" autoComplete="off" />
            </Field>
            <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
              <TextInput name="name" autoComplete="off" />
            </Field>
            <RoleFields currency={props.currency} granted={{ role: 'support', limits: {} }} errors={errors} />
          </>
        )}
      </FormInSheet>
      <SecretDialog
        title={t('passwordTitle')}
        note={t('passwordNote')}
        secret={password}
        onClose={() => setPassword(null)}
      />
    </>
  );
}
