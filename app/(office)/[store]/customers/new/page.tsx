import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewCustomerForm } from '@/components/customers/new-customer-form';
import { countryOptions } from '@/components/settings/country-options';
import { PageHeader } from '@/components/ui/page-header';
import { newId } from '@/lib/core/ids';
import { storePage } from '@/lib/web/store-page';
import { create } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('customers'))('form.newTitle') };
}

export default async function NewCustomerPage({ params }: { params: Promise<{ store: string }> }) {
  const { store: slug } = await params;
  await storePage(slug, 'customer.write');
  const [t, locale] = await Promise.all([getTranslations('customers'), getLocale()]);
  return (
    <>
      <PageHeader title={t('form.newTitle')} back={{ href: `/${slug}/customers`, label: t('list.title') }} />
      <NewCustomerForm
        storeSlug={slug}
        customerId={newId('cus')}
        countries={countryOptions(locale)}
        save={create}
      />
    </>
  );
}
