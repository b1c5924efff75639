'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast-queue';
import type { ActionFailure, ActionResult } from '@/lib/web/action-result';

export type Save<I, T> = (storeSlug: string, input: I) => Promise<ActionResult<T>>;

/** Sends an input, says what came of it, and puts the new truth on the page. */
export function useSaving<I, T>(storeSlug: string, save: Save<I, T>, box?: RefObject<HTMLElement | null>) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [pending, start] = useTransition();
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  useEffect(() => {
    if (failure) box?.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure, box]);

  function send(input: I, done?: (data: T) => void): void {
    if (pending) return;
    start(async () => {
      const result = await save(storeSlug, input);
      if (!result.ok) return setFailure(result);
      setFailure(null);
      toast({ title: t('saved'), tone: 'good' });
      done?.(result.data);
      router.refresh();
    });
  }

  return { send, pending, failure, errors: besideFields(failure), forget: () => setFailure(null) };
}

/** The first message of each field, by its pointer without the slash. */
function besideFields(failure: ActionFailure | null): Record<string, string> {
  const problems = [...(failure?.problems ?? [])].reverse();
  return Object.fromEntries(problems.map(({ pointer, message }) => [pointer.slice(1), message]));
}
