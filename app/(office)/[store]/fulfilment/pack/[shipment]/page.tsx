import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { shortPlace } from '@/components/format/address-text';
import { When } from '@/components/format/when';
import { PrintMenu } from '@/components/fulfilment/print-menu';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { parseId } from '@/lib/core/ids';
import { mayStep } from '@/lib/core/state';
import { getParcel } from '@/lib/fulfilment/get-parcel';
import { shipmentSteps } from '@/lib/shipping/shipment-state';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { PackDesk } from './pack-desk';

type Props = { params: Promise<{ store: string; shipment: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fulfilment'))('queues.pack') };
}

export default async function PackPage({ params }: Props) {
  const { store: slug, shipment: id } = await params;
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const [t, parcel] = await Promise.all([
    getTranslations('fulfilment'),
    orNotFound(async () => getParcel(ctx, parseId('shp', id))),
  ]);
  const { name, units, warehouse, status, shipmentId, sequence } = parcel;
  const base = `/${slug}/fulfilment`;
  const place = parcel.country ? shortPlace({ city: parcel.city, country: parcel.country }) : '–';
  const open = mayStep(shipmentSteps.pack, status);
  const packed = mayStep(shipmentSteps.ship, status);
  return (
    <>
      <PageHeader
        title={t('pack.title', { name })}
        back={{ href: `${base}/pack`, label: t('queues.pack') }}
        badges={
          <>
            {sequence > 1 ? <Badge>{t('pack.parcel', { sequence })}</Badge> : null}
            <When at={parcel.shipByAt} now={now} timeZone={store.timeZone} style="due" />
          </>
        }
        subtitle={t('pack.subtitle', { warehouse, place, units })}
        actions={
          <>
            <LinkButton href={`/${slug}/orders/${parcel.number}`} variant="quiet">
              {t('pack.toOrder', { name })}
            </LinkButton>
            <PrintMenu label={t('print.slip')} href={`${base}/print/slips?parcels=${shipmentId}`} />
          </>
        }
      />
      {parcel.held && open ? (
        <div className="mb-3">
          <Notice tone="warn" title={t('pack.held')} />
        </div>
      ) : null}
      {open ? (
        <PackDesk
          slug={slug}
          parcel={{ shipmentId, name, warehouse, lines: parcel.lines }}
          reason={parcel.held ? t('pack.held') : may(ctx, 'shipment.write') ? null : t('wave.permission')}
        />
      ) : (
        <Notice
          tone={packed ? 'good' : 'info'}
          title={packed ? t('pack.packed') : t('pack.gone', { status })}
          actions={<LinkButton href={`${base}/pack`}>{t('pack.toQueue')}</LinkButton>}
        />
      )}
    </>
  );
}
