import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SettingsPage } from '@/components/settings/settings-page';
import { ShippingMethodForm } from '@/components/settings/shipping-method-form';
import { listShippingMethods } from '@/lib/stores/list-shipping-methods';
import { storePage } from '@/lib/web/store-page';
import { editShippingMethodAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('shipping') };
}

export default async function ShippingMethodPage(props: {
  params: Promise<{ store: string; method: string }>;
}) {
  const { store: slug, method: wanted } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, methods] = await Promise.all([getTranslations('settings.shipping'), listShippingMethods(ctx)]);
  const found = methods.find(({ methodId }) => methodId === wanted);
  if (!found) notFound();
  const { methodId, ...method } = found;
  return (
    <SettingsPage storeSlug={slug} section="shipping" record={method.name}>
      <ShippingMethodForm
        storeSlug={slug}
        currency={ctx.store.currency}
        record={{ methodId }}
        method={method}
        save={editShippingMethodAction}
        submitLabel={t('save')}
      />
    </SettingsPage>
  );
}
