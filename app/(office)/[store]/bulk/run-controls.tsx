'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-queue';
import { type Id, newId } from '@/lib/core/ids';
import { useRun } from '../orders/[order]/use-run';
import { retry, undo } from './actions';

const LOOK_AGAIN_MS = 1_500;

/** While a run is at work the page looks again by itself. */
export function KeepLooking() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}

/** What can still be done with a run that has ended. */
export function RunControls(props: { slug: string; runId: Id<'blk'>; failed: number; undoable: boolean }) {
  const t = useTranslations('bulk');
  const router = useRouter();
  const { slug, runId, failed, undoable } = props;
  const { pending, run } = useRun(true);
  function takeBack() {
    const undoId = newId('blk');
    run(
      () => undo(slug, { runId, undoId }),
      () => router.push(`/${slug}/bulk?run=${undoId}`),
    );
  }
  return (
    <>
      {undoable ? (
        <Button disabled={pending} onClick={takeBack}>
          {t('page.undo')}
        </Button>
      ) : null}
      {failed > 0 ? (
        <Button
          variant="primary"
          disabled={pending}
          onClick={() =>
            run(
              () => retry(slug, { runId }),
              ({ rows }) => toast({ title: t('page.retrying', { count: rows }) }),
            )
          }
        >
          {t('page.retry')}
        </Button>
      ) : null}
    </>
  );
}
