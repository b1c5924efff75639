import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ParcelLinks } from '@/components/fulfilment/parcel-links';
import { BuyerCard } from '@/components/orders/buyer-card';
import { HoldBanner } from '@/components/orders/hold-banner';
import { MoneyPanel } from '@/components/orders/money-panel';
import { OrderBadges } from '@/components/orders/order-badges';
import { OrderLines } from '@/components/orders/order-lines';
import { OrderStory } from '@/components/orders/order-story';
import { OrderSubtitle } from '@/components/orders/order-subtitle';
import { Parcels } from '@/components/orders/parcels';
import { PaymentList } from '@/components/orders/payment-list';
import { buttonClass } from '@/components/ui/button-class';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { nextAction } from '@/lib/orders/order-actions';
import type { Neighbours, OrderDetail } from '@/lib/orders/order-detail';
import { orderListSearch } from '@/lib/orders/order-views';
import { storePage } from '@/lib/web/store-page';
import { BuyerContact } from './buyer-contact';
import type { Desk } from './desk';
import { ActButton, MoreMenu, NextButton, ParcelButtons } from './desk-buttons';
import { DeskSheets } from './desk-sheets';
import { NoteForm } from './note-form';
import { openOrder } from './open-order';
import { ShipToCards } from './ship-to-cards';
import { TagEditor } from './tag-editor';
import { DeskProvider } from './use-desk';
import { WhyNotWhole } from './why-not-whole';

type Props = {
  params: Promise<{ store: string; order: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ order }, t] = await Promise.all([props.params, getTranslations('orders')]);
  return { title: /^\d+$/.test(order) ? t('pageTitle', { number: order }) : t('draftName') };
}

export default async function OrderPage(props: Props) {
  const [params, search] = await Promise.all([props.params, props.searchParams]);
  const { ctx, store, now } = await storePage(params.store, 'order.read');
  const { detail, timeline, facts, actions, desk, query, only, hrefOf } = await openOrder(
    ctx,
    params.order,
    search,
  );
  const path = `/${params.store}/orders`;
  const { order } = detail;
  if (actions.edit.allowed) redirect(`${path}/${order.id}/edit`);
  const t = await getTranslations('orders');
  const next = nextAction(facts, actions);
  return (
    <DeskProvider desk={desk}>
      <PageHeader
        title={desk.name}
        back={{ href: `${path}${orderListSearch(query)}`, label: t('title') }}
        badges={<OrderBadges order={order} />}
        subtitle={<OrderSubtitle detail={detail} now={now} timeZone={store.timeZone} />}
        actions={
          <>
            <Beside neighbours={detail.neighbours} path={path} search={orderListSearch(query)} />
            <MoreMenu />
            {next ? <NextButton next={next} /> : null}
          </>
        }
      />
      {detail.hold ? (
        <HoldBanner
          hold={detail.hold}
          now={now}
          timeZone={store.timeZone}
          actions={<ActButton act="release" why={desk.why.release} label={t('hold.release')} size="small" />}
        />
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-4">
          <OrderLines
            storeSlug={params.store}
            lines={detail.lines}
            totals={detail.totals}
            parcels={detail.parcels}
            currency={order.currency}
            moreHref={detail.nextLinesAfter ? hrefOf({ lines: String(detail.nextLinesAfter) }) : null}
            actions={<LineActions desk={desk} />}
          />
          <div id="parcels" className="scroll-mt-16">
            <Parcels
              parcels={detail.parcels}
              now={now}
              timeZone={store.timeZone}
              actions={<ActButton act="pick" why={desk.why.pick} label={t('parcels.pick')} size="small" />}
              actionsOf={(parcel) => (
                <>
                  <ParcelActions desk={desk} id={parcel.id} />
                  <ParcelLinks slug={desk.slug} parcel={parcel} />
                </>
              )}
            />
          </div>
          <MoneyPanel
            detail={detail}
            actions={
              <>
                <ActButton act="pay" why={desk.why.pay} label={t('money.pay')} size="small" />
                <RefundButton desk={desk} />
              </>
            }
          >
            <PaymentList detail={detail} now={now} timeZone={store.timeZone} />
          </MoneyPanel>
          <OrderStory
            timeline={timeline}
            warehouses={detail.warehouses}
            only={only}
            hrefOf={({ only: shown, before }) =>
              hrefOf({
                ...(shown === 'notes' ? { timeline: 'notes' } : {}),
                ...(before ? { before: String(before) } : {}),
              })
            }
            now={now}
            timeZone={store.timeZone}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <WhyNotWhole desk={desk} />
          <BuyerCard
            detail={detail}
            storeSlug={params.store}
            contact={<BuyerContact masked={detail.buyer} mayReveal={may(ctx, 'customer.contact')} />}
          />
          <ShipToCards detail={detail} desk={desk} />
          <Card title={t('notes.title')}>
            <NoteForm />
          </Card>
          <Card title={t('tags.title')}>
            <TagEditor tags={order.tags} />
          </Card>
        </div>
      </div>
      <DeskSheets />
    </DeskProvider>
  );
}

async function LineActions({ desk }: { desk: Desk }) {
  const t = await getTranslations('orders');
  if (desk.why.cancelUnits && desk.cancelable === 0) return null;
  return (
    <ActButton
      act="cancelUnits"
      why={desk.why.cancelUnits}
      label={t('lines.cancel')}
      size="small"
      variant="quiet"
    />
  );
}

function ParcelActions({ desk, id }: { desk: Desk; id: OrderDetail['parcels'][number]['id'] }) {
  const parcel = desk.parcels.find((known) => known.id === id);
  return parcel ? <ParcelButtons parcel={parcel} /> : null;
}

/** What is owed comes first; otherwise a refund is goodwill. */
async function RefundButton({ desk }: { desk: Desk }) {
  const t = await getTranslations('orders');
  const act = desk.why.refundOverpayment ? 'refundGoodwill' : 'refundOverpayment';
  return <ActButton act={act} why={desk.why[act]} label={t('money.refund')} size="small" />;
}

async function Beside({
  neighbours,
  path,
  search,
}: {
  neighbours: Neighbours;
  path: string;
  search: string;
}) {
  const t = await getTranslations('orders');
  const steps = [
    { key: neighbours.newer, label: t('beside.newer'), Icon: ChevronLeft },
    { key: neighbours.older, label: t('beside.older'), Icon: ChevronRight },
  ];
  return (
    <span className="flex">
      {steps.map(({ key, label, Icon }) =>
        key ? (
          <Link
            key={label}
            href={`${path}/${key}${search}`}
            aria-label={label}
            title={label}
            className={buttonClass({ variant: 'quiet', className: 'w-8 px-0!' })}
          >
            <Icon aria-hidden="true" />
          </Link>
        ) : (
          <span
            key={label}
            aria-hidden="true"
            className="inline-flex w-8 items-center justify-center text-line-strong"
          >
            <Icon className="size-[15px]" />
          </span>
        ),
      )}
    </span>
  );
}
