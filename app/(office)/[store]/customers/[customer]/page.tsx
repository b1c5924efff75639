import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { CustomerDesk } from '@/components/customers/customer-desk';
import { FiguresCard } from '@/components/customers/figures-card';
import { NoteForm } from '@/components/customers/note-form';
import { OrderHistory } from '@/components/customers/order-history';
import { countryName } from '@/components/format/address-text';
import { When } from '@/components/format/when';
import { listAddress, oneParam } from '@/components/products/list-address';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { Timeline } from '@/components/ui/timeline';
import { may } from '@/lib/access/allow';
import { type Ctx, read } from '@/lib/core/ctx';
import { parseId } from '@/lib/core/ids';
import { customerOrders } from '@/lib/customers/customer-orders';
import { type CustomerDetail, getCustomer } from '@/lib/customers/get-customer';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { changeAddress, dropAddress, edit, newAddress, note, preferAddress, reveal } from '../actions';

type Props = {
  params: Promise<{ store: string; customer: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('detail.title') };
}

function readCustomer(ctx: Ctx, id: string, cursor: string) {
  return orNotFound(() =>
    read(ctx, async (ctx) => {
      const customerId = parseId('cus', id);
      return Promise.all([getCustomer(ctx, customerId), customerOrders(ctx, { customerId, cursor })]);
    }),
  );
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const [{ store: slug, customer: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, store, now } = await storePage(slug, 'customer.read');
  const t = await getTranslations('customers');
  const [customer, orders] = await readCustomer(ctx, id, oneParam(search.cursor).slice(0, 400));
  const href = `/${slug}/customers/${customer.customerId}`;
  const place = { slug, timeZone: store.timeZone, now };
  const page = (cursor: string | null) => cursor && listAddress(href, { cursor });
  return (
    <>
      <PageHeader
        title={customer.name}
        back={{ href: `/${slug}/customers`, label: t('list.title') }}
        subtitle={<Subtitle customer={customer} timeZone={store.timeZone} now={now} />}
        actions={
          <LinkButton
            href={`/${slug}/orders/new?customer=${customer.customerId}`}
            variant="primary"
            reason={may(ctx, 'order.write') ? null : t('blocks.order')}
          >
            <Plus aria-hidden="true" />
            {t('detail.newOrder')}
          </LinkButton>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-4">
          <FiguresCard figures={customer.figures} now={now} timeZone={store.timeZone} />
          <OrderHistory
            list={orders}
            place={place}
            newerHref={page(orders.before)}
            olderHref={page(orders.after)}
          />
          <Notes slug={slug} customer={customer} timeZone={store.timeZone} ctx={ctx} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <CustomerDesk
            storeSlug={slug}
            customer={customer}
            addresses={customer.addresses}
            denied={{
              contact: may(ctx, 'customer.contact') ? null : t('blocks.contact'),
              write: may(ctx, 'customer.write') ? null : t('blocks.permission'),
            }}
            acts={{
              reveal,
              edit,
              add: newAddress,
              change: changeAddress,
              drop: dropAddress,
              prefer: preferAddress,
            }}
          />
        </div>
      </div>
    </>
  );
}

async function Subtitle(props: { customer: CustomerDetail; timeZone: string; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('customers'), getLocale()]);
  const { customer, timeZone, now } = props;
  return (
    <>
      {t('detail.since')} <When at={customer.createdAt} now={now} timeZone={timeZone} style="date" />
      {customer.country ? ` · ${countryName(customer.country, locale)}` : null}
      {customer.company ? ` · ${customer.company}` : null}
    </>
  );
}

async function Notes(props: { slug: string; customer: CustomerDetail; timeZone: string; ctx: Ctx }) {
  const t = await getTranslations('customers');
  const { customer, ctx } = props;
  const write = may(ctx, 'customer.note');
  return (
    <Card title={t('notes.title')} note={t('notes.note')}>
      <div className="flex flex-col gap-4">
        {write ? (
          <NoteForm storeSlug={props.slug} customerId={customer.customerId} save={note} />
        ) : (
          <p className="text-13 text-ink-3">{t('blocks.note')}</p>
        )}
        {customer.notes.length > 0 ? (
          <Timeline
            label={t('notes.title')}
            entries={customer.notes.map(({ noteId, body, author, createdAt }) => ({
              id: noteId,
              at: <When at={createdAt} now={ctx.now} timeZone={props.timeZone} style="dateTime" />,
              text: t.rich('notes.by', { author, b: (words) => <b>{words}</b> }),
              note: body,
            }))}
          />
        ) : write ? null : (
          <p className="text-ink-2">{t('notes.none')}</p>
        )}
      </div>
    </Card>
  );
}
