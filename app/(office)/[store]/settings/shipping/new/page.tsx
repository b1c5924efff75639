import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { ShippingMethodForm } from '@/components/settings/shipping-method-form';
import { newId } from '@/lib/core/ids';
import { storePage } from '@/lib/web/store-page';
import { createShippingMethodAction } from '../../actions';

const BLANK = {
  name: '',
  carrier: '',
  priceMinor: 0,
  freeFromMinor: null,
  countries: [],
  transitDaysMin: 1,
  transitDaysMax: 3,
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.shipping'))('new') };
}

export default async function NewShippingMethodPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.write');
  const t = await getTranslations('settings.shipping');
  return (
    <SettingsPage storeSlug={slug} section="shipping" record={t('new')}>
      <ShippingMethodForm
        storeSlug={slug}
        currency={ctx.store.currency}
        record={{ id: newId('shm') }}
        method={BLANK}
        save={createShippingMethodAction}
        submitLabel={t('create')}
        doneHref={`/${slug}/settings/shipping`}
      />
    </SettingsPage>
  );
}
