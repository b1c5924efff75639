'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionFailure } from '@/lib/web/action-result';

/** Why nothing was saved; a lost race offers the new truth: by drawing the page again, unless told how. */
export function FailureNotice(props: { failure: ActionFailure | null; onReload?: () => void }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const { failure } = props;
  if (!failure) return null;
  const stale = failure.code === 'CONFLICT' && failure.problems.length === 0;
  return (
    <Notice
      tone="bad"
      alert
      actions={
        stale ? (
          <Button size="small" onClick={props.onReload ?? (() => router.refresh())}>
            {t('reload')}
          </Button>
        ) : null
      }
    >
      {failure.message}
    </Notice>
  );
}
