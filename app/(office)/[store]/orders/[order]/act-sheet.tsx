'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast-queue';
import type { ActionResult } from '@/lib/web/action-result';
import { useDesk } from './use-desk';
import { useRun } from './use-run';

/** A sheet that says what will happen before it happens, and sends it once. */
export function ActSheet<T>(props: {
  says: { title: string; submit: string; done: string };
  /** What will happen, and what can not be undone. */
  effects: readonly ReactNode[];
  danger?: boolean;
  /** Nothing sensible is filled in yet. */
  blocked?: string | null;
  send: () => Promise<ActionResult<T>>;
  children?: ReactNode;
}) {
  const t = useTranslations('order-desk');
  const desk = useDesk();
  const { pending, failure, run } = useRun();
  const form = useId();
  const refused = useRefusalThatStays();
  const close = () => {
    refused.current = null;
    desk.close();
  };

  return (
    <Sheet
      open
      onOpenChange={(open) => {
        if (!open && !pending) close();
      }}
      title={props.says.title}
      description={t('sheet.of', { name: desk.desk.name })}
      footer={
        <>
          <Button variant="quiet" onClick={close}>
            {t('sheet.cancel')}
          </Button>
          <SubmitButton
            form={form}
            pending={pending}
            variant={props.danger ? 'danger' : 'primary'}
            reason={props.blocked ?? null}
          >
            {props.says.submit}
          </SubmitButton>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (props.blocked || !event.currentTarget.reportValidity()) return;
          refused.current = null;
          const send = async () => {
            const result = await props.send();
            refused.current = result.ok ? null : result.message;
            return result;
          };
          run(send, () => {
            close();
            toast({ title: props.says.done, tone: 'good' });
          });
        }}
      >
        {failure ? (
          <Notice tone="bad" alert title={failure.message}>
            {failure.problems.length > 0 ? (
              <ul className="list-disc pl-4">
                {failure.problems.map((problem) => (
                  <li key={`${problem.pointer}${problem.message}`}>{problem.message}</li>
                ))}
              </ul>
            ) : null}
          </Notice>
        ) : null}
        {props.children}
        {props.effects.length > 0 ? (
          <section aria-label={t('sheet.effects')} className="rounded-control bg-sunken px-3 py-2.5">
            <h3 className="text-13 font-semibold">{t('sheet.effects')}</h3>
            <ul className="mt-1 list-disc space-y-0.5 pl-4 text-13 text-ink-2">
              {props.effects.filter(Boolean).map((effect, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other identity
                <li key={place}>{effect}</li>
              ))}
            </ul>
          </section>
        ) : null}
      </form>
    </Sheet>
  );
}

/** A lost race may take the sheet away with what it could do: why is said all the same. */
function useRefusalThatStays() {
  const refused = useRef<string | null>(null);
  useEffect(
    () => () => {
      if (refused.current) toast({ title: refused.current, tone: 'bad' });
    },
    [],
  );
  return refused;
}
