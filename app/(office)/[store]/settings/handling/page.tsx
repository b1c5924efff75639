import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { HandlingForm } from '@/components/settings/handling-form';
import { SettingsPage } from '@/components/settings/settings-page';
import { getStoreSettings } from '@/lib/stores/get-store-settings';
import { storePage } from '@/lib/web/store-page';
import { editHandlingAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('handling') };
}

export default async function HandlingPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx, now } = await storePage(slug, 'settings.read');
  return (
    <SettingsPage storeSlug={slug} section="handling">
      <HandlingForm
        storeSlug={slug}
        settings={await getStoreSettings(ctx)}
        now={now}
        save={editHandlingAction}
      />
    </SettingsPage>
  );
}
