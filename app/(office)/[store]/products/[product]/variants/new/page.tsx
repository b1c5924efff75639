import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NO_VARIANT } from '@/components/products/no-variant';
import { VariantForm } from '@/components/products/variant-form';
import { PageHeader } from '@/components/ui/page-header';
import { getProduct } from '@/lib/catalog/get-product';
import { newId, parseId } from '@/lib/core/ids';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { newVariant } from '../../../actions';
import { variantRules } from '../../../variant-rules';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('form.addVariant') };
}

type Props = { params: Promise<{ store: string; product: string }> };

export default async function NewVariantPage({ params }: Props) {
  const { store: slug, product } = await params;
  const { ctx } = await storePage(slug, 'product.write');
  const t = await getTranslations('catalog');
  const { productId, title, variants } = await orNotFound(() => getProduct(ctx, parseId('prd', product)));
  const href = `/${slug}/products/${productId}`;
  const id = newId('var');
  // A sibling's price and tax class are the likeliest.
  const [sibling] = variants;
  return (
    <>
      <PageHeader title={t('form.addVariant')} back={{ href, label: title }} />
      <VariantForm
        storeSlug={slug}
        record={{ productId, id }}
        rules={await variantRules(ctx)}
        values={{
          ...NO_VARIANT,
          priceE4: sibling?.priceE4 ?? null,
          taxClass: sibling?.taxClass ?? NO_VARIANT.taxClass,
        }}
        save={newVariant}
        submitLabel={t('form.addVariant')}
        hrefs={{ done: `${href}/variants/${id}`, cancel: href }}
      />
    </>
  );
}
