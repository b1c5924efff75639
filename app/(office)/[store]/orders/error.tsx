'use client';

import { FailedPage } from '@/components/shell/failed-page';

/** A failure of one page leaves the store's frame, and the way elsewhere, standing. */
export default function OrdersError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return <FailedPage {...props} />;
}
