import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { WarehouseForm } from '@/components/settings/warehouse-form';
import { listWarehouses } from '@/lib/stock/list-warehouses';
import { storePage } from '@/lib/web/store-page';
import { editWarehouseAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('warehouses') };
}

export default async function WarehousePage(props: {
  params: Promise<{ store: string; warehouse: string }>;
}) {
  const { store: slug, warehouse: wanted } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, warehouses] = await Promise.all([getTranslations('settings.warehouses'), listWarehouses(ctx)]);
  const found = warehouses.find(({ warehouseId }) => warehouseId === wanted);
  if (!found) notFound();
  const { warehouseId, ...warehouse } = found;
  return (
    <SettingsPage storeSlug={slug} section="warehouses" record={warehouse.name}>
      <WarehouseForm
        storeSlug={slug}
        record={{ warehouseId }}
        warehouse={warehouse}
        save={editWarehouseAction}
        submitLabel={t('save')}
      />
    </SettingsPage>
  );
}
