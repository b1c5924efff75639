import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Address } from '@/components/format/address';
import { Card } from '@/components/ui/card';
import type { ShownAddress } from '@/lib/orders/order-detail';

/** Where it goes, or who pays; masked for whoever may not see doors. */
export function AddressCard(props: {
  title: string;
  shown: ShownAddress | null;
  none: string;
  /** How to reach who is there, masked or revealed. */
  phone?: ReactNode;
  actions?: ReactNode;
}) {
  const t = useTranslations('orders');
  const { shown } = props;
  return (
    <Card title={props.title} actions={props.actions}>
      {shown ? <Address address={shown.address} /> : <p className="text-ink-2">{props.none}</p>}
      {props.phone}
      {shown?.masked ? <p className="mt-2 text-13 text-ink-3">{t('buyer.maskedAddress')}</p> : null}
    </Card>
  );
}
