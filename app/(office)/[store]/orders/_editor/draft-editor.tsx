'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast-queue';
import { useUnsavedChanges } from '@/components/ui/unsaved-changes';
import { fieldMessages } from '@/lib/web/action-result';
import { discard } from '../actions';
import { CustomerCard } from './customer-card';
import { DeliveryCard } from './delivery-card';
import type { Draft, EditorProps } from './draft';
import { LinesCard } from './lines-card';
import { Refusal } from './refusal';
import { TermsCard } from './terms-card';
import { TotalsCard } from './totals-card';
import { useDraftActs } from './use-draft-acts';
import { useQuote } from './use-quote';

/** Writes an order: everything on one page, priced live by the store, saved as a draft or placed. */
export function DraftEditor(given: EditorProps) {
  // The page may be drawn again while somebody types, with another id for a new draft: what was begun goes on.
  const [props] = useState(given);
  const t = useTranslations('order-desk');
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState<Draft>(props.draft);
  const [note, setNote] = useState('');
  const acts = useDraftActs(props, draft, note, () => setNote(''));
  const live = useQuote(props.slug, props.id, draft);
  const guard = useUnsavedChanges(acts.dirty);
  const change = (more: Partial<Draft>) => {
    acts.touch();
    setDraft((now) => ({ ...now, ...more }));
  };
  const { failure } = acts;
  const errors = fieldMessages(failure);

  useEffect(() => {
    if (failure) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure]);

  return (
    <form
      ref={form}
      noValidate
      className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]"
      onSubmit={(event) => event.preventDefault()}
    >
      <div className="flex min-w-0 flex-col gap-4">
        <LinesCard
          slug={props.slug}
          currency={props.currency}
          lines={draft.lines}
          quote={live.quote}
          mayDiscount={props.mayDiscount}
          onChange={(lines) => change({ lines })}
        />
        <CustomerCard slug={props.slug} draft={draft} errors={errors} onChange={change} />
        <DeliveryCard
          draft={draft}
          methods={props.methods}
          countries={props.countries}
          errors={errors}
          onChange={change}
        />
        <TermsCard
          editor={props}
          draft={draft}
          note={note}
          errors={errors}
          onChange={change}
          onNote={(text) => {
            acts.touch();
            setNote(text);
          }}
        />
      </div>
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-16">
        <Refusal failure={failure} address={`/${props.slug}/orders/${props.id}/edit`} leave={acts.settle} />
        <TotalsCard live={live} currency={props.currency}>
          <SubmitButton
            pending={acts.pending === 'place'}
            reason={
              props.mayPlace
                ? draft.lines.length === 0
                  ? t('editor.noLines')
                  : null
                : t('editor.mayNotPlace')
            }
            onClick={acts.place}
          >
            {t('editor.place')}
          </SubmitButton>
          <SubmitButton variant="default" pending={acts.pending === 'save'} onClick={acts.save}>
            {t('editor.save')}
          </SubmitButton>
          {acts.version === null ? null : (
            <ConfirmDialog
              danger
              trigger={{ label: t('editor.discard'), variant: 'quiet' }}
              title={t('editor.discardTitle')}
              confirmLabel={t('editor.discard')}
              onConfirm={async () => {
                const result = await discard(props.slug, { orderId: props.id, version: acts.version ?? 0 });
                if (!result.ok) {
                  toast({ title: result.message, tone: 'bad' });
                  return;
                }
                acts.settle();
                router.push(`/${props.slug}/orders?view=drafts`);
              }}
            >
              {t('editor.discardBody')}
            </ConfirmDialog>
          )}
          <p className="text-13 text-ink-3">{t('editor.help')}</p>
        </TotalsCard>
      </div>
      {guard}
    </form>
  );
}
