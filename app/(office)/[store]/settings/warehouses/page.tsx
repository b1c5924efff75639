import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { shortPlace } from '@/components/format/address-text';
import { Quantity } from '@/components/format/quantity';
import { ConfirmAct } from '@/components/settings/confirm-act';
import { SettingsPage } from '@/components/settings/settings-page';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { listWarehouses, type Warehouse } from '@/lib/stock/list-warehouses';
import { storePage } from '@/lib/web/store-page';
import { activateWarehouseAction, deactivateWarehouseAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('warehouses') };
}

export default async function WarehousesPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, warehouses] = await Promise.all([getTranslations('settings.warehouses'), listWarehouses(ctx)]);
  const path = `/${slug}/settings/warehouses`;
  return (
    <SettingsPage
      storeSlug={slug}
      section="warehouses"
      actions={
        <LinkButton href={`${path}/new`} variant="primary">
          {t('new')}
        </LinkButton>
      }
    >
      <DataTable
        caption={t('list')}
        columns={await columns(slug)}
        rows={warehouses}
        rowId={({ warehouseId }) => warehouseId}
        rowHref={({ warehouseId }) => `${path}/${warehouseId}`}
        footer={
          warehouses.length === 0 ? <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState> : null
        }
      />
    </SettingsPage>
  );
}

async function columns(slug: string): Promise<Column<Warehouse>[]> {
  const t = await getTranslations('settings.warehouses');
  return [
    { key: 'name', header: t('name'), cell: ({ name }) => <span className="font-medium">{name}</span> },
    {
      key: 'code',
      header: t('code'),
      cell: ({ code }) => <span className="code">{code}</span>,
      className: 'max-sm:hidden',
    },
    {
      key: 'active',
      header: t('state'),
      cell: ({ active }) => <StatusBadge kind="account" value={active ? 'active' : 'disabled'} />,
    },
    { key: 'place', header: t('place'), cell: (warehouse) => shortPlace(warehouse), className: 'text-ink-2' },
    {
      key: 'priority',
      header: t('priority'),
      className: 'max-sm:hidden',
      right: true,
      cell: ({ priority }) => <Quantity value={priority} />,
    },
    { key: 'onHand', header: t('onHand'), right: true, cell: ({ onHand }) => <Quantity value={onHand} /> },
    {
      key: 'allocated',
      header: t('allocated'),
      right: true,
      cell: ({ allocated }) => <Quantity value={allocated} />,
    },
    {
      key: 'actions',
      header: t('actions'),
      hideHeader: true,
      right: true,
      cell: (warehouse) => <Turn slug={slug} warehouse={warehouse} />,
    },
  ];
}

async function Turn({ slug, warehouse }: { slug: string; warehouse: Warehouse }) {
  const t = await getTranslations('settings.warehouses');
  const { warehouseId, name, active, allocated } = warehouse;
  const label = t(active ? 'close' : 'open');
  const title = t(active ? 'closeNamed' : 'openNamed', { name });
  return (
    <ConfirmAct
      storeSlug={slug}
      texts={{ title, note: t(active ? 'closeNote' : 'openNote'), confirm: label }}
      danger={active}
      input={{ warehouseId }}
      save={active ? deactivateWarehouseAction : activateWarehouseAction}
      trigger={{
        label,
        name: title,
        size: 'small',
        reason: active && allocated > 0 ? { text: t('holds', { units: allocated }) } : null,
      }}
    />
  );
}
