import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewProductForm } from '@/components/products/new-product-form';
import { PageHeader } from '@/components/ui/page-header';
import { newId } from '@/lib/core/ids';
import { storePage } from '@/lib/web/store-page';
import { create } from '../actions';
import { variantRules } from '../variant-rules';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('form.newTitle') };
}

export default async function NewProductPage({ params }: { params: Promise<{ store: string }> }) {
  const { store: slug } = await params;
  const { ctx } = await storePage(slug, 'product.write');
  const t = await getTranslations('catalog');
  return (
    <>
      <PageHeader title={t('form.newTitle')} back={{ href: `/${slug}/products`, label: t('list.title') }} />
      <NewProductForm
        storeSlug={slug}
        productId={newId('prd')}
        rules={await variantRules(ctx)}
        save={create}
      />
    </>
  );
}
