import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { dateText, dateTimeText } from '@/components/format/when-text';
import { StatusBadge } from '@/components/status/status-badge';
import { Card } from '@/components/ui/card';
import type { Parcel } from '@/lib/orders/order-detail';
import { trackingUrl } from '@/lib/shipping/carriers';

/** Each parcel: who carries it, where it is, what is inside, and what can be done with it. */
export function Parcels(props: {
  parcels: readonly Parcel[];
  now: Date;
  timeZone: string;
  /** The card's own button, and each parcel's. */
  actions?: ReactNode;
  actionsOf: (parcel: Parcel) => ReactNode;
}) {
  const t = useTranslations('orders');
  return (
    <Card title={t('parcels.title')} actions={props.actions} flush>
      {props.parcels.length === 0 ? (
        <p className="px-4 py-3 text-ink-2">{t('parcels.none')}</p>
      ) : (
        <ul className="divide-y">
          {props.parcels.map((parcel) => (
            <li key={parcel.id} className="px-4 py-3">
              <ParcelFacts parcel={parcel} now={props.now} timeZone={props.timeZone} />
              <div className="mt-2 flex flex-wrap gap-1.5 empty:hidden">{props.actionsOf(parcel)}</div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function ParcelFacts({ parcel, now, timeZone }: { parcel: Parcel; now: Date; timeZone: string }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const moment = (at: Date) => dateTimeText(at, now, timeZone, locale);
  const url = trackingUrl(parcel.carrier, parcel.trackingNumber);
  const facts = [
    t('parcels.from', { count: parcel.units, warehouse: parcel.warehouse }),
    parcel.shippedAt
      ? t('parcels.handedOver', { at: moment(parcel.shippedAt) })
      : parcel.packedAt
        ? t('parcels.packed', { at: moment(parcel.packedAt) })
        : t('parcels.picked', { at: moment(parcel.pickedAt) }),
    parcel.deliveredAt
      ? t('parcels.arrived', { at: moment(parcel.deliveredAt) })
      : parcel.canceledAt
        ? t('parcels.canceled', { at: moment(parcel.canceledAt) })
        : parcel.dueAt && t('parcels.due', { on: dateText(parcel.dueAt, now, timeZone, locale) }),
    parcel.cancelReason,
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-medium">
          {parcel.carrier || t('parcels.name', { sequence: parcel.sequence })}
        </span>
        {parcel.trackingNumber ? <span className="code text-ink-2">{parcel.trackingNumber}</span> : null}
      </p>
      <StatusBadge kind="shipment" value={shownStatus(parcel)} />
      <p className="text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
      {url ? (
        <a
          href={url}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-1 justify-self-start rounded-[4px] text-ink-2 hover:text-ink"
        >
          {t('parcels.track')}
          <ExternalLink aria-hidden="true" className="size-3" />
          <span className="sr-only">{t('newTab')}</span>
        </a>
      ) : null}
      <ul className="col-span-2 text-13 text-ink-2">
        {parcel.lines.map((line) => (
          <li key={line.lineId}>
            {t('parcels.inside', { quantity: line.quantity, title: line.title, sku: line.sku })}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A picked parcel stands in the state `picking`; people say it is picked. */
function shownStatus({ status }: Parcel): string {
  if (status === 'picking') return 'picked';
  return status === 'shipped' ? 'in_transit' : status;
}
