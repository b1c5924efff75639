'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { OUTAGE_DIGEST } from '@/lib/web/outage-digest';

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('failure');
  const { digest } = props.error;
  const away = digest === OUTAGE_DIGEST;
  return (
    <ErrorState
      asPage
      {...(away ? { title: t('outage.title') } : { requestId: digest })}
      actions={
        <Button variant="primary" onClick={props.reset}>
          {t('retry')}
        </Button>
      }
    >
      {away ? t('outage.body') : undefined}
    </ErrorState>
  );
}
