import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { IdentityForm } from '@/components/settings/identity-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { storePage } from '@/lib/web/store-page';
import { editIdentityAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('store') };
}

export default async function StoreSettingsPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const settings = await getStoreSettings(ctx);
  const known = Intl.supportedValuesOf('timeZone');
  const timeZones = known.includes(settings.timeZone) ? known : [settings.timeZone, ...known];
  return (
    <SettingsPage storeSlug={slug} section="store">
      <IdentityForm storeSlug={slug} settings={settings} timeZones={timeZones} save={editIdentityAction} />
    </SettingsPage>
  );
}
