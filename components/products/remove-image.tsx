'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ConfirmAct } from '@/components/settings/confirm-act';
import type { Save } from '@/components/settings/use-saving';
import type { ProductId } from '@/lib/core/ids';

/** Takes a product's picture away, after asking. */
export function RemoveImage(props: {
  storeSlug: string;
  productId: ProductId;
  denied: string | null;
  save: Save<{ productId: ProductId }, unknown>;
}) {
  const t = useTranslations('catalog');
  if (props.denied) return null;
  return (
    <ConfirmAct
      storeSlug={props.storeSlug}
      texts={{ title: t('image.removeTitle'), note: t('image.removeNote'), confirm: t('image.remove') }}
      trigger={{
        label: <Trash2 aria-hidden="true" />,
        name: t('image.remove'),
        variant: 'quiet',
        size: 'small',
      }}
      input={{ productId: props.productId }}
      save={props.save}
      danger
    />
  );
}
