'use client';

import { useTranslations } from 'next-intl';
import { flushSync } from 'react-dom';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionFailure } from '@/lib/web/action-result';

/** What is wrong there stands beside its field. */
const SAID_AT_FIELD = /^\/(customer|shipTo|billTo)\/|^\/(discountReason|shippingMethodId|paymentMethod)$/;

/** Why nothing was saved or placed. What somebody else made of the draft meanwhile is a press away. */
export function Refusal(props: { failure: ActionFailure | null; address: string; leave: () => void }) {
  const t = useTranslations('order-desk');
  const { failure, address, leave } = props;
  if (!failure) return null;
  const overtaken = failure.code === 'CONFLICT' && failure.problems.length === 0;
  const load = () => {
    // Whoever presses knows what is lost: the page is not to ask once more.
    flushSync(leave);
    window.location.assign(address);
  };
  return (
    <Notice
      tone="bad"
      alert
      title={failure.message}
      actions={
        overtaken ? (
          <Button size="small" onClick={load}>
            {t('editor.load')}
          </Button>
        ) : null
      }
    >
      {failure.problems
        .filter(({ pointer }) => !SAID_AT_FIELD.test(pointer))
        .map(({ pointer, message }) => (
          <span key={`${pointer}${message}`} className="block">
            {message}
          </span>
        ))}
    </Notice>
  );
}
