import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { quantityText } from '@/components/format/quantity-text';
import { OrderFilterBar } from '@/components/orders/filter-chips';
import { ListSize } from '@/components/orders/list-size';
import { OrderTable } from '@/components/orders/order-table';
import { ViewTabs } from '@/components/orders/view-tabs';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { TableFooter } from '@/components/ui/table-footer';
import { may } from '@/lib/access/allow';
import { shownColumns } from '@/lib/lists/columns';
import type { OrderList } from '@/lib/orders/list-orders';
import { openOrderList } from '@/lib/orders/open-order-list';
import { ORDER_COLUMNS, type OrderColumn } from '@/lib/orders/order-columns';
import { isFiltered, type OrderListQuery, orderListSearch, parseOrderList } from '@/lib/orders/order-views';
import { storePage } from '@/lib/web/store-page';
import { ColumnsButton } from '../_lists/columns-button';
import { ViewButton } from '../_lists/view-button';

type Props = PageProps<'/[store]/orders'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('title') };
}

export default async function OrdersPage(props: Props) {
  const [{ store: slug }, params] = await Promise.all([props.params, props.searchParams]);
  const { ctx, store, now } = await storePage(slug, 'order.read');
  const query = parseOrderList(params);
  const cursor = typeof params.cursor === 'string' ? params.cursor : null;
  const [t, errors, { list, names, setup }] = await Promise.all([
    getTranslations('orders'),
    getTranslations('order-errors'),
    openOrderList(ctx, { query, cursor }),
  ]);
  const path = `/${slug}/orders`;
  const open = setup.views.find(({ id }) => id === query.saved) ?? null;
  const mayShare = may(ctx, 'view.share');
  const columns = shownColumns(ORDER_COLUMNS, open?.columns ?? setup.columns);
  const mayWrite = ctx.actor.permissions.has('order.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <LinkButton
            href={`${path}/new`}
            variant="primary"
            reason={mayWrite ? null : errors('blocks.permission')}
          >
            <Plus aria-hidden="true" />
            {t('newOrder')}
          </LinkButton>
        }
      />
      <ViewTabs
        query={query}
        counts={list.views}
        saved={setup.views}
        path={path}
        after={
          <ViewButton
            at={{ slug, list: 'orders', path }}
            search={orderListSearch({ ...query, saved: null }).slice(1)}
            columns={columns}
            current={open && (mayShare || !open.shared) ? open : null}
            views={setup.views.map(({ id }) => ({ id }))}
            mayShare={mayShare}
          />
        }
      />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className="w-80 max-sm:w-full">
          <SearchInput label={t('search.label')} placeholder={t('search.placeholder')} />
        </div>
        <OrderFilterBar query={query} path={path} names={names} now={now} />
        <ListSize size={list.size} />
        <ColumnsButton slug={slug} list="orders" columns={columnChoices(columns, t)} />
      </div>
      <OrderTable
        orders={list.orders}
        columns={columns}
        selectable={false}
        drafts={query.view === 'drafts'}
        around={{ numberPrefix: list.numberPrefix, now, timeZone: store.timeZone }}
        hrefOf={(order) => `${path}/${order.number ?? `${order.id}/edit`}${orderListSearch(query)}`}
        footer={<Footer list={list} query={query} path={path} />}
      />
    </>
  );
}

/** Every column but the fixed one: those shown first, in their order. */
function columnChoices(shown: readonly OrderColumn[], t: (key: `columns.${OrderColumn}`) => string) {
  const keys = [...new Set([...shown, ...ORDER_COLUMNS.all])].filter((key) => key !== ORDER_COLUMNS.fixed);
  return keys.map((key) => ({ key, label: t(`columns.${key}`), shown: shown.includes(key) }));
}

async function Footer({ list, query, path }: { list: OrderList; query: OrderListQuery; path: string }) {
  const [t, locale] = await Promise.all([getTranslations('orders'), getLocale()]);
  const at = (cursor: string | null) => cursor && `${path}${orderListSearch(query, { cursor })}`;
  if (list.orders.length === 0) return <Empty query={query} path={path} />;
  const { position, size } = list;
  const whole = quantityText(Math.min(size.count, size.cap - 1), locale);
  return (
    <TableFooter newerHref={at(list.newer)} olderHref={at(list.older)}>
      {t('range', {
        from: quantityText(position, locale),
        to: quantityText(position + list.orders.length - 1, locale),
        total: size.count < size.cap ? whole : t('capped', { count: whole }),
      })}
    </TableFooter>
  );
}

async function Empty({ query, path }: { query: OrderListQuery; path: string }) {
  const t = await getTranslations('orders');
  const narrowed = query.q !== '' || isFiltered(query);
  const kind = narrowed ? 'filtered' : query.view;
  const everywhere = narrowed && query.q !== '' && query.view !== 'all';
  return (
    <EmptyState
      title={t(`empty.${kind}.title`)}
      actions={
        narrowed ? (
          <>
            {everywhere ? (
              <LinkButton href={`${path}${orderListSearch({ view: 'all', q: query.q })}`}>
                {t('empty.filtered.everywhere')}
              </LinkButton>
            ) : null}
            <LinkButton href={`${path}${orderListSearch({ view: query.view })}`} variant="quiet">
              {t('empty.filtered.clear')}
            </LinkButton>
          </>
        ) : null
      }
    >
      {t(`empty.${kind}.body`)}
    </EmptyState>
  );
}
