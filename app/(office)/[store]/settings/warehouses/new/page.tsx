import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { WarehouseForm } from '@/components/settings/warehouse-form';
import { newId } from '@/lib/core/ids';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { storePage } from '@/lib/web/store-page';
import { createWarehouseAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.warehouses'))('new') };
}

export default async function NewWarehousePage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.write');
  const [t, { country }] = await Promise.all([getTranslations('settings.warehouses'), getStoreSettings(ctx)]);
  const blank = { code: '', name: '', country, city: '', postcode: '', street: '', priority: 100 };
  return (
    <SettingsPage storeSlug={slug} section="warehouses" record={t('new')}>
      <WarehouseForm
        storeSlug={slug}
        record={{ id: newId('whs') }}
        warehouse={blank}
        save={createWarehouseAction}
        submitLabel={t('create')}
        doneHref={`/${slug}/settings/warehouses`}
      />
    </SettingsPage>
  );
}
