'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import type { CreateApiKeyInput, CreatedApiKey } from '@/lib/access/create-api-key';
import { KEY_PERMISSIONS } from '@/lib/access/permissions';
import { FormInSheet } from './form-in-sheet';
import { allOf, textOf } from './form-reading';
import { SecretDialog } from './secret-dialog';
import type { Save } from './use-saving';

/** Makes a key for another program; its secret is shown this once. */
export function CreateKey(props: { storeSlug: string; save: Save<CreateApiKeyInput, CreatedApiKey> }) {
  const t = useTranslations('settings.keys');
  const words = useTranslations('settings.team.permissions');
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <FormInSheet
        storeSlug={props.storeSlug}
        save={props.save}
        trigger={{ label: t('create'), variant: 'primary' }}
        texts={{ title: t('create'), description: t('createNote'), submit: t('create') }}
        onSaved={(made) => setSecret(made.secret)}
        toInput={(form) => {
          const ticked = allOf(form, 'permissions');
          return {
            name: textOf(form, 'name'),
            permissions: KEY_PERMISSIONS.filter((permission) => ticked.includes(permission)),
          };
        }}
      >
        {(errors) => (
          <>
            <Field label={t('name')} help={t('nameHelp')} error={errors.name}>
              <TextInput name="name" autoComplete="off" />
            </Field>
            <fieldset aria-describedby={errors.permissions ? 'key-permissions-error' : undefined}>
              <legend className="mb-1.5 text-13 font-medium">{t('permissions')}</legend>
              <div className="flex flex-col gap-2">
                {KEY_PERMISSIONS.map((permission) => (
                  <Checkbox
                    key={permission}
                    name="permissions"
                    value={permission}
                    label={words(permission.replace('.', '_'))}
                    aria-invalid={errors.permissions ? true : undefined}
                  />
                ))}
              </div>
              {errors.permissions ? (
                <p id="key-permissions-error" className="mt-1 text-13 text-bad">
                  {errors.permissions}
                </p>
              ) : null}
            </fieldset>
          </>
        )}
      </FormInSheet>
      <SecretDialog
        title={t('secretTitle')}
        note={t('secretNote')}
        secret={secret}
        onClose={() => setSecret(null)}
      />
    </>
  );
}
