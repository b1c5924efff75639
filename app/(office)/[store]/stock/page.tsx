import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listAddress, oneParam } from '@/components/products/list-address';
import { StockTable } from '@/components/stock/stock-table';
import { WarehouseFilter } from '@/components/stock/warehouse-filter';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { TableFooter } from '@/components/ui/table-footer';
import { type Ctx, read } from '@/lib/core/ctx';
import { isId, type WarehouseId } from '@/lib/core/ids';
import { listLevels, STOCK_VIEWS, type StockView } from '@/lib/stock/list-levels';
import { listWarehouses } from '@/lib/stock/list-warehouses';
import { storePage } from '@/lib/web/store-page';

type Props = {
  params: Promise<{ store: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Query = { view: StockView; q: string; warehouse: WarehouseId | null; cursor: string };
type Levels = Awaited<ReturnType<typeof listLevels>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('stock'))('list.title') };
}

function readStock(ctx: Ctx, query: Query) {
  const { view, q: text, warehouse: warehouseId, cursor } = query;
  return read(ctx, (ctx) =>
    Promise.all([listLevels(ctx, { view, text, warehouseId, cursor }), listWarehouses(ctx)]),
  );
}

export default async function StockPage({ params, searchParams }: Props) {
  const [{ store: slug }, search] = await Promise.all([params, searchParams]);
  const { ctx } = await storePage(slug, 'stock.read');
  const t = await getTranslations('stock');
  const query = readQuery(search);
  const [list, warehouses] = await readStock(ctx, query);
  const path = `/${slug}/stock`;
  return (
    <>
      <PageHeader title={t('list.title')} />
      <LinkTabs
        label={t('list.views')}
        tabs={STOCK_VIEWS.map((view) => ({
          href: listAddress(path, { ...shown(query), view: view === 'all' ? null : view }),
          label: t(`views.${view}`),
          current: view === query.view,
        }))}
      />
      <div className="mb-3 flex flex-wrap gap-2">
        <div className="w-80 max-sm:w-full">
          <SearchInput label={t('list.search')} placeholder={t('list.searchHint')} />
        </div>
        <WarehouseFilter
          warehouses={warehouses.map(({ warehouseId, name }) => ({ id: warehouseId, name }))}
          chosen={query.warehouse ?? ''}
        />
      </div>
      <StockTable
        slug={slug}
        levels={list.levels}
        footer={<Footer list={list} query={query} slug={slug} />}
      />
    </>
  );
}

function readQuery(search: Record<string, string | string[] | undefined>): Query {
  const [view, warehouse] = [oneParam(search.view), oneParam(search.warehouse)];
  return {
    view: STOCK_VIEWS.find((known) => known === view) ?? 'all',
    q: oneParam(search.q).slice(0, 200),
    warehouse: isId('whs', warehouse) ? warehouse : null,
    cursor: oneParam(search.cursor).slice(0, 600),
  };
}

/** The view as its address has it, without its page. */
const shown = (query: Query) => ({
  view: query.view === 'all' ? null : query.view,
  q: query.q,
  warehouse: query.warehouse,
});

async function Footer({ list, query, slug }: { list: Levels; query: Query; slug: string }) {
  const t = await getTranslations('stock');
  const path = `/${slug}/stock`;
  if (list.levels.length > 0) {
    const at = (cursor: string | null) => cursor && listAddress(path, { ...shown(query), cursor });
    return (
      <TableFooter by="name" newerHref={at(list.before)} olderHref={at(list.after)}>
        {t('list.shown', { count: list.levels.length })}
      </TableFooter>
    );
  }
  const kind = query.q ? 'found' : query.view;
  return (
    <EmptyState
      title={t(`empty.${kind}.title`)}
      actions={
        query.q ? (
          <LinkButton href={listAddress(path, { ...shown(query), q: null })} variant="quiet">
            {t('empty.clear')}
          </LinkButton>
        ) : query.view === 'all' ? (
          <LinkButton href={`/${slug}/products`}>{t('empty.toProducts')}</LinkButton>
        ) : null
      }
    >
      {t(`empty.${kind}.body`)}
    </EmptyState>
  );
}
