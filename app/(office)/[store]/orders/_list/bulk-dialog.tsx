'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextInput } from '@/components/ui/text-input';
import { toast } from '@/components/ui/toast-queue';
import { BULK_MOST, type BulkAction } from '@/lib/bulk/bulk-state';
import type { StartBulkInput } from '@/lib/bulk/start-bulk';
import { type Id, newId } from '@/lib/core/ids';
import { HOLD_REASONS } from '@/lib/orders/hold-state';
import { CANCEL_REASONS } from '@/lib/orders/order-state';
import { start, undo } from '../../bulk/actions';
import { useRun } from '../[order]/use-run';
import type { BulkButtonsProps } from './bulk-buttons';

type Target = { search: string } | { ids: readonly string[] };

/** Asks once before many orders are touched, and for what the act needs. */
export function BulkDialog(props: {
  slug: string;
  action: BulkAction;
  orders: Target;
  found: BulkButtonsProps['found'];
  close: (started: boolean) => void;
}) {
  const t = useTranslations('bulk');
  const form = useId();
  const router = useRouter();
  const { slug, action, orders, found, close } = props;
  const [runId] = useState(() => newId('blk'));
  const [word, setWord] = useState('');
  const { pending, failure, run } = useRun();
  const many = 'search' in orders;
  const tooMany = many && found.count > BULK_MOST;
  const act = actOf(action, word);
  const name = t(`acts.${action}`);

  function begun(total: number) {
    close(true);
    if (action === 'tag') tagging(total);
    else router.push(`/${slug}/bulk?run=${runId}`);
  }
  function tagging(total: number) {
    const href = `/${slug}/bulk?run=${runId}`;
    toast({
      title: t('toast.tagging', { count: total }),
      action: { label: t('toast.show'), onPress: () => router.push(href) },
      undo: () => takeBack(slug, runId, t('toast.undone')),
    });
    // The job is quick for a few: the list shows the tags a moment later.
    setTimeout(() => router.refresh(), 1_500);
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !pending) close(false);
      }}
      title={
        many
          ? t('form.titleAll', { act: name, count: found.words })
          : t('form.title', { act: name, count: orders.ids.length })
      }
      footer={
        <>
          <Button variant="quiet" onClick={() => close(false)}>
            {t('form.cancel')}
          </Button>
          <SubmitButton
            form={form}
            pending={pending}
            variant={action === 'cancel' ? 'danger' : 'primary'}
            reason={tooMany ? t('form.tooMany', { most: BULK_MOST }) : null}
          >
            {t('form.submit')}
          </SubmitButton>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (tooMany || !event.currentTarget.reportValidity() || !act) return;
          const target = many ? orders : { ids: orders.ids.flatMap((id) => (isOrder(id) ? [id] : [])) };
          run(
            () => start(slug, { runId, act, orders: target }),
            ({ total }) => begun(total),
          );
        }}
      >
        {failure ? <Notice tone="bad" alert title={failure.problems[0]?.message ?? failure.message} /> : null}
        <ActField action={action} value={word} onChange={setWord} />
        <p className="text-ink-2">
          {t(`effects.${action === 'untag' ? 'tag' : action}`)} {t('effects.each')}
        </p>
      </form>
    </Dialog>
  );
}

const isOrder = (id: string): id is Id<'ord'> => id.startsWith('ord_');

async function takeBack(slug: string, runId: Id<'blk'>, done: string) {
  const result = await undo(slug, { runId, undoId: newId('blk') });
  toast(result.ok ? { title: done } : { title: result.message, tone: 'bad' });
}

/** The act with what was filled in; null while something is missing. */
function actOf(action: BulkAction, word: string): StartBulkInput['act'] | null {
  if (action === 'tag' || action === 'untag') return { action, options: { tag: word } };
  if (action === 'ship') return { action, options: { carrier: word } };
  if (action === 'hold') {
    const reason = HOLD_REASONS.find((known) => known === word);
    return reason ? { action, options: { reason } } : null;
  }
  if (action === 'cancel') {
    const reason = CANCEL_REASONS.find((known) => known === word);
    return reason ? { action, options: { reason } } : null;
  }
  return { action, options: {} };
}

function ActField(props: { action: BulkAction; value: string; onChange: (value: string) => void }) {
  const t = useTranslations('bulk');
  const desk = useTranslations('order-desk');
  const { action, value, onChange } = props;
  if (action === 'hold' || action === 'cancel') {
    const reasons = action === 'hold' ? HOLD_REASONS : CANCEL_REASONS;
    const area = action === 'hold' ? 'hold.reasons' : 'cancel.reasons';
    return (
      <Field label={t('form.reason')}>
        <NativeSelect
          value={value}
          required
          placeholder={t('form.choose')}
          options={reasons.map((reason) => ({ value: reason, label: desk(`${area}.${reason}`) }))}
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
    );
  }
  if (action !== 'tag' && action !== 'ship') return null;
  return (
    <Field label={t(action === 'tag' ? 'form.tag' : 'form.carrier')}>
      <TextInput
        value={value}
        required
        maxLength={action === 'tag' ? 40 : 80}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
