'use client';

import { useParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';

/** Keeps the frame of the store around, so that one can go on searching. */
export default function OrderNotFound() {
  const t = useTranslations('order-desk');
  const { store } = useParams<{ store: string }>();
  return (
    <EmptyState
      asPage
      title={t('notFound.title')}
      actions={<LinkButton href={`/${store}/orders?view=all`}>{t('notFound.list')}</LinkButton>}
    >
      {t('notFound.body')}
    </EmptyState>
  );
}
