import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrderRulesForm } from '@/components/settings/order-rules-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { storePage } from '@/lib/web/store-page';
import { editOrderRulesAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('orders') };
}

export default async function OrderRulesPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  return (
    <SettingsPage storeSlug={slug} section="orders">
      <OrderRulesForm storeSlug={slug} settings={await getStoreSettings(ctx)} save={editOrderRulesAction} />
    </SettingsPage>
  );
}
