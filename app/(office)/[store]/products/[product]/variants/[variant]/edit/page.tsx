import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VariantForm } from '@/components/products/variant-form';
import { PageHeader } from '@/components/ui/page-header';
import { getVariant } from '@/lib/catalog/get-variant';
import { parseId } from '@/lib/core/ids';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { changeVariant } from '../../../../actions';
import { variantRules } from '../../../../variant-rules';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('form.editVariant') };
}

type Props = { params: Promise<{ store: string; product: string; variant: string }> };

export default async function EditVariantPage({ params }: Props) {
  const { store: slug, product, variant: id } = await params;
  const { ctx } = await storePage(slug, 'product.write');
  const t = await getTranslations('catalog');
  const variant = await orNotFound(() => getVariant(ctx, parseId('var', id)));
  const href = `/${slug}/products/${product}/variants/${id}`;
  return (
    <>
      <PageHeader title={t('form.editVariant')} back={{ href, label: variant.sku }} />
      <VariantForm
        key={variant.version}
        storeSlug={slug}
        record={{ variantId: variant.variantId, version: variant.version }}
        rules={await variantRules(ctx)}
        values={variant}
        save={changeVariant}
        submitLabel={t('form.save')}
        hrefs={{ done: href, cancel: href }}
      />
    </>
  );
}
