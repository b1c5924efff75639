import { useTranslations } from 'next-intl';
import { AddressCard } from '@/components/orders/address-card';
import { maskPhone } from '@/lib/customers/mask-contact';
import type { OrderDetail } from '@/lib/orders/order-detail';
import { AddressPhone } from './address-phone';
import type { Desk } from './desk';
import { ActButton } from './desk-buttons';

/** Where it goes and who pays, each with its correction. */
export function ShipToCards({ detail, desk }: { detail: OrderDetail; desk: Desk }) {
  const t = useTranslations('orders');
  const masked = { text: t('buyer.maskedEdit'), clear: null };
  const edit = (act: 'changeAddress' | 'billing', isMasked: boolean) => (
    <ActButton
      act={act}
      why={desk.why[act] ?? (isMasked ? masked : null)}
      label={t('addresses.edit')}
      size="small"
      variant="quiet"
    />
  );
  return (
    <>
      <AddressCard
        title={t('addresses.shipTo')}
        shown={detail.shipTo}
        none={t('addresses.noShipTo')}
        phone={<AddressPhone of="shipTo" masked={maskPhone(detail.shipTo?.address.phone ?? null)} />}
        actions={edit('changeAddress', detail.shipTo?.masked ?? false)}
      />
      <AddressCard
        title={t('addresses.billTo')}
        shown={detail.billTo}
        none={t('addresses.sameAsShipTo')}
        phone={<AddressPhone of="billTo" masked={maskPhone(detail.billTo?.address.phone ?? null)} />}
        actions={edit('billing', detail.billTo?.masked ?? false)}
      />
    </>
  );
}
