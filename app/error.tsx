'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

export default function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('failure');
  return (
    <ErrorState
      asPage
      requestId={props.error.digest}
      actions={
        <Button variant="primary" onClick={props.reset}>
          {t('retry')}
        </Button>
      }
    />
  );
}
