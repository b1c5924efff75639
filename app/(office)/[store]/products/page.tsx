import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listAddress, oneParam } from '@/components/products/list-address';
import { ProductTable } from '@/components/products/product-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { TableFooter } from '@/components/ui/table-footer';
import { may } from '@/lib/access/allow';
import { listProducts, PRODUCT_VIEWS, type ProductList, type ProductView } from '@/lib/catalog/list-products';
import { storePage } from '@/lib/web/store-page';

type Props = {
  params: Promise<{ store: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};
type Query = { view: ProductView; q: string; cursor: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('list.title') };
}

export default async function ProductsPage({ params, searchParams }: Props) {
  const [{ store: slug }, search] = await Promise.all([params, searchParams]);
  const { ctx, store, now } = await storePage(slug, 'product.read');
  const t = await getTranslations('catalog');
  const query = readQuery(search);
  const list = await listProducts(ctx, { view: query.view, text: query.q, cursor: query.cursor });
  const path = `/${slug}/products`;
  const write = may(ctx, 'product.write');
  return (
    <>
      <PageHeader
        title={t('list.title')}
        actions={
          <LinkButton href={`${path}/new`} variant="primary" reason={write ? null : t('blocks.permission')}>
            <Plus aria-hidden="true" />
            {t('list.new')}
          </LinkButton>
        }
      />
      <LinkTabs
        label={t('list.views')}
        tabs={PRODUCT_VIEWS.map((view) => ({
          href: listAddress(path, { view: view === 'all' ? null : view, q: query.q }),
          label: t(`views.${view}`),
          count: list.counts[view],
          current: view === query.view,
        }))}
      />
      <div className="mb-3 w-80 max-sm:w-full">
        <SearchInput label={t('list.search')} placeholder={t('list.searchHint')} />
      </div>
      <ProductTable
        products={list.products}
        place={{ slug, currency: store.currency, timeZone: store.timeZone, now }}
        footer={<Footer list={list} query={query} path={path} write={write} />}
      />
    </>
  );
}

function readQuery(search: Record<string, string | string[] | undefined>): Query {
  const view = oneParam(search.view);
  return {
    view: PRODUCT_VIEWS.find((known) => known === view) ?? 'all',
    q: oneParam(search.q).slice(0, 200),
    cursor: oneParam(search.cursor).slice(0, 400),
  };
}

type FooterProps = { list: ProductList; query: Query; path: string; write: boolean };

async function Footer({ list, query, path, write }: FooterProps) {
  const t = await getTranslations('catalog');
  const view = query.view === 'all' ? null : query.view;
  if (list.products.length === 0) {
    const kind = query.q ? 'found' : query.view;
    return (
      <EmptyState
        title={t(`empty.${kind}.title`)}
        actions={
          query.q ? (
            <LinkButton href={listAddress(path, { view })} variant="quiet">
              {t('empty.clear')}
            </LinkButton>
          ) : query.view === 'all' && write ? (
            <LinkButton href={`${path}/new`}>{t('list.new')}</LinkButton>
          ) : null
        }
      >
        {t(`empty.${kind}.body`)}
      </EmptyState>
    );
  }
  const at = (cursor: string | null) => cursor && listAddress(path, { view, q: query.q, cursor });
  return (
    <TableFooter newerHref={at(list.before)} olderHref={at(list.after)}>
      {t('list.shown', { count: list.products.length })}
    </TableFooter>
  );
}
