import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { countryName } from '@/components/format/address-text';
import { SectionList } from '@/components/settings/section-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { listApiKeys } from '@/lib/access/list-api-keys';
import { listMembers } from '@/lib/access/list-members';
import { read } from '@/lib/core/ctx';
import { listWarehouses } from '@/lib/stock/list-warehouses';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { listShippingMethods } from '@/lib/stores/list-shipping-methods';
import { listTaxRates } from '@/lib/stores/list-tax-rates';
import { storePage } from '@/lib/web/store-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsHome(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, locale] = await Promise.all([getTranslations('settings'), getLocale()]);
  const [settings, warehouses, methods, taxes, members, keys] = await read(ctx, (ctx) =>
    Promise.all([
      getStoreSettings(ctx),
      listWarehouses(ctx),
      listShippingMethods(ctx, { activeOnly: true }),
      listTaxRates(ctx),
      listMembers(ctx),
      listApiKeys(ctx),
    ]),
  );
  const { name, country, confirmation, completionDays, handlingDays, cutOff } = settings;
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle', { store: name })}
        actions={<LinkButton href={`/${slug}/imports`}>{t('imports')}</LinkButton>}
      />
      <SectionList
        storeSlug={slug}
        now={{
          store: t('now.store', { name, country: countryName(country, locale) }),
          orders: t('now.orders', { confirmation, days: completionDays }),
          taxes: t('now.taxes', {
            classes: taxes.length,
            rates: taxes.reduce((count, one) => count + one.rates.length, 0),
          }),
          warehouses: t('now.warehouses', { count: warehouses.filter(({ active }) => active).length }),
          shipping: t('now.shipping', { count: methods.length }),
          handling: t('now.handling', { days: handlingDays, cutOff }),
          team: t('now.team', { count: members.filter(({ active }) => active).length }),
          keys: t('now.keys', { count: keys.filter(({ revokedAt }) => revokedAt === null).length }),
        }}
      />
    </>
  );
}
