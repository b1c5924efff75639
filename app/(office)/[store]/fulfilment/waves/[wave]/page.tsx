import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PrintMenu } from '@/components/fulfilment/print-menu';
import { WaveBadge } from '@/components/fulfilment/wave-badge';
import { WaveOrders } from '@/components/fulfilment/wave-orders';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { parseId } from '@/lib/core/ids';
import { mayStep } from '@/lib/core/state';
import { getWave } from '@/lib/fulfilment/get-wave';
import { waveSteps } from '@/lib/fulfilment/wave-state';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { Round } from './round';
import { WaveButtons } from './wave-buttons';

type Props = { params: Promise<{ store: string; wave: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fulfilment'))('wave.title') };
}

export default async function WavePage({ params }: Props) {
  const { store: slug, wave: id } = await params;
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const [t, wave] = await Promise.all([
    getTranslations('fulfilment'),
    orNotFound(async () => getWave(ctx, parseId('wav', id))),
  ]);
  const permitted = may(ctx, 'shipment.write');
  const open = mayStep(waveSteps.pick, wave.status);
  const base = `/${slug}/fulfilment`;
  const { warehouse, members, units } = wave;
  return (
    <>
      <PageHeader
        title={t('wave.name', { number: wave.number })}
        back={{ href: `${base}/waves`, label: t('wave.title') }}
        badges={<WaveBadge status={wave.status} />}
        subtitle={t('wave.subtitle', { warehouse, orders: members.length, units })}
        actions={
          <>
            <PrintMenu label={t('print.pickList')} href={`${base}/print/pick-list?wave=${wave.waveId}`} />
            {open ? (
              <WaveButtons
                slug={slug}
                waveId={wave.waveId}
                number={wave.number}
                reason={permitted ? null : t('wave.permission')}
              />
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Round
          slug={slug}
          waveId={wave.waveId}
          lines={wave.lines}
          numberPrefix={wave.numberPrefix}
          editable={open && permitted}
        />
        <WaveOrders slug={slug} wave={wave} now={now} timeZone={store.timeZone} />
      </div>
    </>
  );
}
