import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { countryName } from '@/components/format/address-text';
import { Money } from '@/components/format/money';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { CARDS } from '@/components/products/card-rows';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedCustomer } from '@/lib/customers/list-customers';

type Place = { slug: string; timeZone: string; now: Date };

/** The customers list. */
export function CustomerTable(props: {
  customers: readonly ListedCustomer[];
  place: Place;
  footer: ReactNode;
}) {
  const t = useTranslations('customers');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('list.title')}
        columns={useColumns(props.place)}
        rows={props.customers}
        rowId={(customer) => customer.customerId}
        rowHref={(customer) => `/${props.place.slug}/customers/${customer.customerId}`}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns({ timeZone, now }: Place): Column<ListedCustomer>[] {
  const t = useTranslations('customers');
  const locale = useLocale();
  return [
    {
      key: 'name',
      header: t('columns.name'),
      className: 'max-w-64 truncate font-medium max-sm:order-1 max-sm:max-w-none',
      cell: (customer) => customer.name,
    },
    {
      key: 'company',
      header: t('columns.company'),
      className: 'max-w-48 truncate text-ink-2 max-lg:hidden',
      cell: (customer) => customer.company || '–',
    },
    {
      key: 'email',
      header: t('columns.email'),
      className: 'max-w-48 truncate text-ink-2 max-md:hidden',
      cell: (customer) => customer.maskedEmail ?? '–',
    },
    {
      key: 'country',
      header: t('columns.country'),
      className: 'max-w-40 truncate text-ink-2 max-sm:order-3',
      cell: (customer) => (customer.country ? countryName(customer.country, locale) : '–'),
    },
    {
      key: 'orders',
      header: t('columns.orders'),
      right: true,
      className: 'max-sm:order-4 max-sm:text-ink-2',
      cell: (customer) => (
        <>
          <span className="max-sm:hidden">
            <Quantity value={customer.orders} />
          </span>
          <span className="sm:hidden">
            <Quantity value={customer.orders} of="orders" />
          </span>
        </>
      ),
    },
    {
      key: 'spent',
      header: t('columns.spent'),
      right: true,
      className: 'max-sm:order-2',
      cell: (customer) => <SpentText spent={customer.spent} />,
    },
    {
      key: 'last',
      header: t('columns.lastOrder'),
      className: 'text-ink-2 max-sm:hidden',
      cell: (customer) => <When at={customer.lastOrderAt} now={now} timeZone={timeZone} />,
    },
    {
      key: 'since',
      header: t('columns.since'),
      className: 'text-ink-2 max-lg:hidden',
      cell: (customer) => <When at={customer.createdAt} now={now} timeZone={timeZone} style="date" />,
    },
  ];
}

/** Money in several currencies is never added up: each stands alone, the commonest first. */
function SpentText({ spent }: { spent: ListedCustomer['spent'] }) {
  if (spent.length === 0) return <span aria-hidden="true">–</span>;
  return (
    <span className="inline-flex flex-wrap justify-end gap-x-2">
      {spent.map(({ currency, amountMinor }) => (
        <Money key={currency} minor={amountMinor} currency={currency} />
      ))}
    </span>
  );
}
