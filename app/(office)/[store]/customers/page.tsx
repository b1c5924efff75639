import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CustomerTable } from '@/components/customers/customer-table';
import { listAddress, oneParam } from '@/components/products/list-address';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { SearchInput } from '@/components/ui/search-input';
import { TableFooter } from '@/components/ui/table-footer';
import { may } from '@/lib/access/allow';
import { type CustomerList, listCustomers } from '@/lib/customers/list-customers';
import { storePage } from '@/lib/web/store-page';

type Props = {
  params: Promise<{ store: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('list.title') };
}

export default async function CustomersPage({ params, searchParams }: Props) {
  const [{ store: slug }, search] = await Promise.all([params, searchParams]);
  const { ctx, store, now } = await storePage(slug, 'customer.read');
  const t = await getTranslations('customers');
  const q = oneParam(search.q).slice(0, 200);
  const list = await listCustomers(ctx, { text: q, cursor: oneParam(search.cursor).slice(0, 400) });
  const path = `/${slug}/customers`;
  const denied = may(ctx, 'customer.write') ? null : t('blocks.permission');
  return (
    <>
      <PageHeader
        title={t('list.title')}
        actions={
          <LinkButton href={`${path}/new`} variant="primary" reason={denied}>
            <Plus aria-hidden="true" />
            {t('list.new')}
          </LinkButton>
        }
      />
      <div className="mb-3 w-96 max-sm:w-full">
        <SearchInput label={t('list.search')} placeholder={t('list.searchHint')} />
      </div>
      <CustomerTable
        customers={list.customers}
        place={{ slug, timeZone: store.timeZone, now }}
        footer={<Footer list={list} q={q} path={path} write={denied === null} />}
      />
    </>
  );
}

async function Footer(props: { list: CustomerList; q: string; path: string; write: boolean }) {
  const t = await getTranslations('customers');
  const { list, q, path } = props;
  if (list.customers.length === 0) {
    return (
      <EmptyState
        title={t(q ? 'empty.found.title' : 'empty.all.title')}
        actions={
          q ? (
            <LinkButton href={path} variant="quiet">
              {t('empty.clear')}
            </LinkButton>
          ) : props.write ? (
            <LinkButton href={`${path}/new`}>{t('list.new')}</LinkButton>
          ) : null
        }
      >
        {t(q ? 'empty.found.body' : 'empty.all.body')}
      </EmptyState>
    );
  }
  const at = (cursor: string | null) => cursor && listAddress(path, { q, cursor });
  return (
    <TableFooter newerHref={at(list.before)} olderHref={at(list.after)}>
      {t('list.shown', { count: list.customers.length })}
    </TableFooter>
  );
}
