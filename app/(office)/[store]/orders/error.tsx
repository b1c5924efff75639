'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

/** A failure of one page leaves the store's frame, and the way elsewhere, standing. */
export default function OrdersError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('failure');
  return (
    <ErrorState
      requestId={props.error.digest}
      actions={
        <Button variant="primary" onClick={props.reset}>
          {t('retry')}
        </Button>
      }
    />
  );
}
