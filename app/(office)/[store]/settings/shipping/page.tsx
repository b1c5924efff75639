import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Money } from '@/components/format/money';
import { countryList } from '@/components/settings/country-options';
import { MethodRowActions } from '@/components/settings/method-row-actions';
import { SettingsPage } from '@/components/settings/settings-page';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { listShippingMethods, type ShippingMethod } from '@/lib/stores/list-shipping-methods';
import { storePage } from '@/lib/web/store-page';
import {
  activateShippingMethodAction,
  deactivateShippingMethodAction,
  orderShippingMethodsAction,
} from '../actions';

const SHOWN_COUNTRIES = 4;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('shipping') };
}

export default async function ShippingPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, methods] = await Promise.all([getTranslations('settings.shipping'), listShippingMethods(ctx)]);
  const path = `/${slug}/settings/shipping`;
  return (
    <SettingsPage
      storeSlug={slug}
      section="shipping"
      actions={
        <LinkButton href={`${path}/new`} variant="primary">
          {t('new')}
        </LinkButton>
      }
    >
      <DataTable
        caption={t('list')}
        columns={await columns(slug, ctx.store.currency, methods)}
        rows={methods}
        rowId={({ methodId }) => methodId}
        rowHref={({ methodId }) => `${path}/${methodId}`}
        footer={
          methods.length === 0 ? <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState> : null
        }
      />
    </SettingsPage>
  );
}

async function columns(
  slug: string,
  currency: string,
  methods: ShippingMethod[],
): Promise<Column<ShippingMethod>[]> {
  const [t, locale] = await Promise.all([getTranslations('settings.shipping'), getLocale()]);
  const methodIds = methods.map(({ methodId }) => methodId);
  const reach = ({ countries }: ShippingMethod) =>
    countries.length === 0
      ? t('everywhere')
      : countries.length > SHOWN_COUNTRIES
        ? t('countryCount', { count: countries.length })
        : countryList(countries, locale);
  return [
    { key: 'name', header: t('name'), cell: ({ name }) => <span className="font-medium">{name}</span> },
    {
      key: 'active',
      header: t('state'),
      cell: ({ active }) => <StatusBadge kind="account" value={active ? 'active' : 'disabled'} />,
    },
    {
      key: 'carrier',
      header: t('carrier'),
      cell: ({ carrier }) => carrier || '–',
      className: 'text-ink-2 max-sm:hidden',
    },
    { key: 'countries', header: t('countries'), cell: reach, className: 'text-ink-2 max-sm:hidden' },
    {
      key: 'transit',
      header: t('transit'),
      className: 'max-sm:hidden',
      right: true,
      cell: ({ transitDaysMin: min, transitDaysMax: max }) => t('transitDays', { min, max }),
    },
    {
      key: 'price',
      header: t('priceMinor'),
      right: true,
      cell: ({ priceMinor }) => <Money minor={priceMinor} currency={currency} />,
    },
    {
      key: 'freeFrom',
      header: t('freeFrom'),
      right: true,
      className: 'text-ink-2 max-sm:hidden',
      cell: ({ freeFromMinor }) =>
        freeFromMinor === null ? '–' : <Money minor={freeFromMinor} currency={currency} />,
    },
    {
      key: 'actions',
      header: t('actions'),
      hideHeader: true,
      right: true,
      cell: (method) => (
        <MethodRowActions
          storeSlug={slug}
          method={method}
          methodIds={methodIds}
          order={orderShippingMethodsAction}
          activate={activateShippingMethodAction}
          deactivate={deactivateShippingMethodAction}
        />
      ),
    },
  ];
}
