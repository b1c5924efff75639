'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { TriggerLook } from '@/components/ui/overlay-trigger';
import { toast } from '@/components/ui/toast-queue';
import { type Save, useSaving } from './use-saving';

/** One act on one record that is asked about first: revoke a key, close a warehouse. */
export function ConfirmAct<I>(props: {
  storeSlug: string;
  texts: { title: string; note: string; confirm: string };
  trigger: TriggerLook;
  danger?: boolean;
  input: I;
  save: Save<I, unknown>;
}) {
  const t = useTranslations('settings');
  const { send } = useSaving(props.storeSlug, async (slug: string, input: I) => {
    const result = await props.save(slug, input);
    if (!result.ok) toast({ title: t('notDone'), description: result.message, tone: 'bad' });
    return result;
  });
  return (
    <ConfirmDialog
      title={props.texts.title}
      confirmLabel={props.texts.confirm}
      danger={props.danger ?? false}
      trigger={props.trigger}
      onConfirm={() => send(props.input)}
    >
      {props.texts.note}
    </ConfirmDialog>
  );
}
