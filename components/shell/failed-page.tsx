'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition, useCallback, useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { OUTAGE_DIGEST } from '@/lib/web/outage-digest';

const LOOK_AGAIN_MS = 3000;

/** A page that failed. Where the database was away it comes back by itself, as soon as the database does. */
export function FailedPage(props: {
  error: Error & { digest?: string };
  reset: () => void;
  asPage?: boolean;
}) {
  const t = useTranslations('failure');
  const router = useRouter();
  const { reset } = props;
  const away = props.error.digest === OUTAGE_DIGEST;
  // What the server drew has to be asked for anew: drawing the same answer again fails again.
  const again = useCallback(
    () =>
      startTransition(() => {
        router.refresh();
        reset();
      }),
    [router, reset],
  );

  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => {
      fetch('/api/health').then(
        (answer) => answer.ok && again(),
        () => undefined,
      );
    }, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [away, again]);

  return (
    <ErrorState
      asPage={props.asPage ?? false}
      {...(away ? { title: t('outage.title') } : { requestId: props.error.digest })}
      actions={
        <Button variant="primary" onClick={again}>
          {t('retry')}
        </Button>
      }
    >
      {away ? t('outage.body') : undefined}
    </ErrorState>
  );
}
