'use client';

import { useTranslations } from 'next-intl';
import { Field } from '@/components/ui/field';
import { TextInput } from '@/components/ui/text-input';
import { FormInSheet } from './form-in-sheet';
import { textOf } from './form-reading';
import type { Save } from './use-saving';

/** A further kind of goods that is taxed its own way. */
export function AddClassSheet(props: {
  storeSlug: string;
  save: Save<{ code: string; name: string }, unknown>;
}) {
  const t = useTranslations('settings.taxes');
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      save={props.save}
      trigger={{ label: t('addClass') }}
      texts={{ title: t('addClass'), description: t('classNote'), submit: t('addClass') }}
      toInput={(form) => ({ code: textOf(form, 'code'), name: textOf(form, 'name') })}
    >
      {(errors) => (
        <>
          <Field label={t('className')} help={t('classNameHelp')} error={errors.name}>
            <TextInput name="name" autoComplete="off" />
          </Field>
          <Field label={t('classCode')} help={t('classCodeHelp')} error={errors.code}>
            <TextInput name="code" autoComplete="off" mono className="max-w-48" />
          </Field>
        </>
      )}
    </FormInSheet>
  );
}

export function RenameClassSheet(props: {
  storeSlug: string;
  taxClass: { code: string; name: string; version: number };
  save: Save<{ code: string; version: number; name: string }, unknown>;
}) {
  const t = useTranslations('settings.taxes');
  const { code, name, version } = props.taxClass;
  return (
    <FormInSheet
      storeSlug={props.storeSlug}
      save={props.save}
      trigger={{ label: t('rename'), name: t('renameNamed', { name }), size: 'small', variant: 'quiet' }}
      texts={{ title: t('renameNamed', { name }), submit: t('rename') }}
      toInput={(form) => ({ code, version, name: textOf(form, 'name') })}
    >
      {(errors) => (
        <Field label={t('className')} help={t('classNameHelp')} error={errors.name}>
          <TextInput name="name" defaultValue={name} autoComplete="off" />
        </Field>
      )}
    </FormInSheet>
  );
}
