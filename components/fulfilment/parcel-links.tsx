import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button-class';
import { mayStep } from '@/lib/core/state';
import { type ShipmentStatus, shipmentSteps } from '@/lib/shipping/shipment-state';

/** From an order's parcel to its paper, and while it is open to its scan check. */
export function ParcelLinks(props: { slug: string; parcel: { id: string; status: ShipmentStatus } }) {
  const t = useTranslations('fulfilment');
  const { slug, parcel } = props;
  const base = `/${slug}/fulfilment`;
  const look = buttonClass({ variant: 'quiet', size: 'small' });
  if (parcel.status === 'canceled') return null;
  return (
    <>
      {mayStep(shipmentSteps.pack, parcel.status) ? (
        <a href={`${base}/pack/${parcel.id}`} className={look}>
          {t('pack.byScan')}
        </a>
      ) : null}
      <a href={`${base}/print/slips?parcels=${parcel.id}`} target="_blank" rel="noreferrer" className={look}>
        {t('print.slip')}
      </a>
    </>
  );
}
