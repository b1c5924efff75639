import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { quantityText } from '@/components/format/quantity-text';
import { OrderFilterBar } from '@/components/orders/filter-chips';
import { ListSize } from '@/components/orders/list-size';
import { OrderTable } from '@/components/orders/order-table';
import { ViewTabs } from '@/components/orders/view-tabs';
import { BulkBar } from '@/components/ui/bulk-bar';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { Selection } from '@/components/ui/selection';
import { TableFooter } from '@/components/ui/table-footer';
import { may } from '@/lib/access/allow';
import { BULK_ACTIONS, BULK_PERMISSION } from '@/lib/bulk/bulk-state';
import { shownColumns } from '@/lib/lists/columns';
import type { ListSums } from '@/lib/orders/count-views';
import type { OrderList } from '@/lib/orders/list-orders';
import { openOrderList } from '@/lib/orders/open-order-list';
import { ORDER_COLUMNS, type OrderColumn } from '@/lib/orders/order-columns';
import { isFiltered, type OrderListQuery, orderListSearch, parseOrderList } from '@/lib/orders/order-views';
import { storePage } from '@/lib/web/store-page';
import { ColumnsButton } from '../_lists/columns-button';
import { ViewButton } from '../_lists/view-button';
import { BulkButtons } from './_list/bulk-buttons';
import { ExportMenu } from './_list/export-menu';

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
  const [t, locale, errors, { list, names, setup }] = await Promise.all([
    getTranslations('orders'),
    getLocale(),
    getTranslations('order-errors'),
    openOrderList(ctx, { query, cursor }),
  ]);
  const path = `/${slug}/orders`;
  const open = setup.views.find(({ id }) => id === query.saved) ?? null;
  const mayShare = may(ctx, 'view.share');
  const columns = shownColumns(ORDER_COLUMNS, open?.columns ?? setup.columns);
  const allowed = BULK_ACTIONS.filter((action) => may(ctx, BULK_PERMISSION[action]));
  const mayWrite = ctx.actor.permissions.has('order.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <ExportMenu
              href={`${path}/export${orderListSearch(query)}`}
              reason={may(ctx, 'data.export') ? null : errors('blocks.permission')}
            />
            <LinkButton
              href={`${path}/new`}
              variant="primary"
              reason={mayWrite ? null : errors('blocks.permission')}
            >
              <Plus aria-hidden="true" />
              {t('newOrder')}
            </LinkButton>
          </>
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
      <Selection key={`${query.view} ${cursor}`}>
        <OrderTable
          orders={list.orders}
          columns={columns}
          selectable={allowed.length > 0 && query.view !== 'drafts'}
          drafts={query.view === 'drafts'}
          around={{ numberPrefix: list.numberPrefix, now, timeZone: store.timeZone }}
          hrefOf={(order) => `${path}/${order.number ?? `${order.id}/edit`}${orderListSearch(query)}`}
          footer={<Footer list={list} query={query} path={path} />}
        />
        <BulkBar>
          <BulkButtons
            slug={slug}
            allowed={allowed}
            search={orderListSearch({ ...query, saved: null }).slice(1)}
            found={{ words: countWords(list.size, locale, t), count: list.size.count }}
          />
        </BulkBar>
      </Selection>
    </>
  );
}

/** Every column but the fixed one: those shown first, in their order. */
function columnChoices(shown: readonly OrderColumn[], t: (key: `columns.${OrderColumn}`) => string) {
  const keys = [...new Set([...shown, ...ORDER_COLUMNS.all])].filter((key) => key !== ORDER_COLUMNS.fixed);
  return keys.map((key) => ({ key, label: t(`columns.${key}`), shown: shown.includes(key) }));
}

/** "38", or "10,000+" beyond what is counted. */
function countWords(
  { count, cap, more }: ListSums,
  locale: string,
  t: (key: 'capped', values: { count: string }) => string,
) {
  const text = quantityText(Math.min(count, cap - 1), locale);
  return more ? t('capped', { count: text }) : text;
}

async function Footer({ list, query, path }: { list: OrderList; query: OrderListQuery; path: string }) {
  const [t, locale] = await Promise.all([getTranslations('orders'), getLocale()]);
  const at = (cursor: string | null) => cursor && `${path}${orderListSearch(query, { cursor })}`;
  if (list.orders.length === 0)
    return <Empty query={query} path={path} furtherHref={list.further ? at(list.older) : null} />;
  const { position, size } = list;
  return (
    <TableFooter newerHref={at(list.newer)} olderHref={at(list.older)}>
      {t('range', {
        from: quantityText(position, locale),
        to: quantityText(position + list.orders.length - 1, locale),
        total: countWords(size, locale, t),
      })}
    </TableFooter>
  );
}

async function Empty({
  query,
  path,
  furtherHref,
}: {
  query: OrderListQuery;
  path: string;
  furtherHref: string | null;
}) {
  const t = await getTranslations('orders');
  if (furtherHref) {
    return (
      <EmptyState
        title={t('empty.further.title')}
        actions={<LinkButton href={furtherHref}>{t('empty.further.on')}</LinkButton>}
      >
        {t('empty.further.body')}
      </EmptyState>
    );
  }
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
