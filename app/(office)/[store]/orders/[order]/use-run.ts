'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState, useTransition } from 'react';
import { toast } from '@/components/ui/toast-queue';
import type { ActionFailure, ActionResult } from '@/lib/web/action-result';

export type Run = {
  pending: boolean;
  failure: ActionFailure | null;
  /** Sends once; a second press while it is on its way does nothing. */
  run: <T>(send: () => Promise<ActionResult<T>>, done: (data: T) => void) => void;
};

/**
 * Runs a server action from a button or sheet. After a lost race the page shows the new truth beside the refusal.
 * `loud` says a refusal in a toast, for buttons that have no place of their own to say it.
 */
export function useRun(loud = false): Run {
  const router = useRouter();
  const [pending, start] = useTransition();
  // A ref, since the second press of a double click comes before the page is drawn again.
  const busy = useRef(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const run = useCallback<Run['run']>(
    (send, done) => {
      if (busy.current) return;
      busy.current = true;
      start(async () => {
        setFailure(null);
        const result = await send().finally(() => {
          busy.current = false;
        });
        if (result.ok) {
          done(result.data);
          return;
        }
        setFailure(result);
        if (loud) toast({ title: result.message, tone: 'bad' });
        if (result.code === 'CONFLICT' || result.code === 'NOT_FOUND') router.refresh();
      });
    },
    [router, loud],
  );
  return { pending, failure, run };
}
