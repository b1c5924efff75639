import { Pencil, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { When } from '@/components/format/when';
import { ImageSheet } from '@/components/products/image-sheet';
import { ProductActionBar } from '@/components/products/product-actions';
import { ProductThumb } from '@/components/products/product-thumb';
import { RemoveImage } from '@/components/products/remove-image';
import { VariantTable } from '@/components/products/variant-table';
import { StatusBadge } from '@/components/status/status-badge';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { getProduct, type ProductDetail } from '@/lib/catalog/get-product';
import { firstProductAct } from '@/lib/catalog/product-state';
import { parseId } from '@/lib/core/ids';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { activate, archive, picture, removePicture } from '../actions';

type Props = { params: Promise<{ store: string; product: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('detail.title') };
}

export default async function ProductPage({ params }: Props) {
  const { store: slug, product: id } = await params;
  const { ctx, store, now } = await storePage(slug, 'product.read');
  const t = await getTranslations('catalog');
  const product = await orNotFound(() => getProduct(ctx, parseId('prd', id)));
  const denied = may(ctx, 'product.write') ? null : t('blocks.permission');
  const href = `/${slug}/products/${product.productId}`;
  const primary = firstProductAct(product.status);
  return (
    <>
      <PageHeader
        title={product.title}
        back={{ href: `/${slug}/products`, label: t('list.title') }}
        badges={<StatusBadge kind="product" value={product.status} />}
        actions={
          <>
            <ProductActionBar
              storeSlug={slug}
              productId={product.productId}
              denied={denied}
              actions={product.actions}
              primary={primary}
              activate={activate}
              archive={archive}
            />
            {primary === 'edit' ? (
              <LinkButton href={`${href}/edit`} variant="primary" reason={denied}>
                <Pencil aria-hidden="true" />
                {t('actions.edit')}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-4">
          <section aria-labelledby="variants" className="flex min-w-0 flex-col gap-2">
            <div className="flex items-center gap-2">
              <h2 id="variants" className="text-sm font-semibold">
                {t('variants.title')}
              </h2>
              <span className="text-ink-2">{t('variants.note', { count: product.variants.length })}</span>
              <span className="ml-auto">
                <LinkButton href={`${href}/variants/new`} size="small" reason={denied}>
                  <Plus aria-hidden="true" />
                  {t('form.addVariant')}
                </LinkButton>
              </span>
            </div>
            <VariantTable product={product} storeSlug={slug} currency={store.currency} />
          </section>
          <Card title={t('fields.description')}>
            {product.description ? (
              <p className="max-w-prose break-words whitespace-pre-line">{product.description}</p>
            ) : (
              <p className="text-ink-3">{t('detail.noDescription')}</p>
            )}
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Card
            title={t('image.title')}
            actions={
              <>
                {product.imageId ? (
                  <RemoveImage
                    storeSlug={slug}
                    productId={product.productId}
                    denied={denied}
                    save={removePicture}
                  />
                ) : null}
                <ImageSheet
                  storeSlug={slug}
                  productId={product.productId}
                  has={product.imageId !== null}
                  denied={denied}
                  save={picture}
                />
              </>
            }
          >
            <ProductThumb storeSlug={slug} imageId={product.imageId} size="large" />
          </Card>
          <Facts product={product} now={now} timeZone={store.timeZone} />
        </div>
      </div>
    </>
  );
}

async function Facts({ product, now, timeZone }: { product: ProductDetail; now: Date; timeZone: string }) {
  const t = await getTranslations('catalog');
  return (
    <Card title={t('detail.facts')}>
      <DescriptionList
        items={[
          { key: 'vendor', term: t('fields.vendor'), value: product.vendor || '–' },
          { key: 'category', term: t('fields.category'), value: product.category || '–' },
          {
            key: 'created',
            term: t('detail.created'),
            value: <When at={product.createdAt} now={now} timeZone={timeZone} style="dateTime" />,
          },
          {
            key: 'updated',
            term: t('columns.updated'),
            value: <When at={product.updatedAt} now={now} timeZone={timeZone} style="dateTime" />,
          },
        ]}
      />
    </Card>
  );
}
