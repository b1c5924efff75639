import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Desk } from './desk';

/** When part of an order has left: why it can not be cancelled whole, and what still can. */
export function WhyNotWhole({ desk }: { desk: Desk }) {
  const t = useTranslations('orders');
  const why = desk.why.cancelAll;
  if (!why?.clear || desk.cancelable === 0 || desk.why.cancelUnits) return null;
  return (
    <Notice title={t('whyNotWhole')}>
      {why.text}{' '}
      <Link href={why.clear.href} scroll={false} className="font-medium text-accent underline">
        {why.clear.label}
      </Link>
    </Notice>
  );
}
