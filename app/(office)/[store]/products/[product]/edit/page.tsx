import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EditProductForm } from '@/components/products/edit-product-form';
import { PageHeader } from '@/components/ui/page-header';
import { getProduct } from '@/lib/catalog/get-product';
import { parseId } from '@/lib/core/ids';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { edit } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('form.editTitle') };
}

type Props = { params: Promise<{ store: string; product: string }> };

export default async function EditProductPage({ params }: Props) {
  const { store: slug, product: id } = await params;
  const { ctx } = await storePage(slug, 'product.write');
  const t = await getTranslations('catalog');
  const product = await orNotFound(() => getProduct(ctx, parseId('prd', id)));
  const { title, description, vendor, category, productId, version } = product;
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        back={{ href: `/${slug}/products/${productId}`, label: title }}
      />
      <EditProductForm
        key={version}
        storeSlug={slug}
        productId={productId}
        version={version}
        values={{ title, description, vendor, category }}
        save={edit}
      />
    </>
  );
}
