import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedProduct } from '@/lib/catalog/list-products';
import { CARDS } from './card-rows';
import { PriceRange } from './price';
import { ProductThumb } from './product-thumb';

type Place = { slug: string; currency: string; timeZone: string; now: Date };

/** The products list: a picture and a name first, then what is there of it. */
export function ProductTable(props: { products: readonly ListedProduct[]; place: Place; footer: ReactNode }) {
  const t = useTranslations('catalog');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('list.title')}
        columns={useColumns(props.place)}
        rows={props.products}
        rowId={(product) => product.productId}
        rowHref={(product) => `/${props.place.slug}/products/${product.productId}`}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns({ slug, currency, timeZone, now }: Place): Column<ListedProduct>[] {
  const t = useTranslations('catalog');
  return [
    {
      key: 'product',
      header: t('columns.product'),
      className: 'max-w-96 max-sm:order-1 max-sm:max-w-none',
      cell: (product) => (
        <span className="flex min-w-0 items-center gap-3">
          <ProductThumb storeSlug={slug} imageId={product.imageId} />
          <span className="min-w-0 truncate font-medium">{product.title}</span>
        </span>
      ),
    },
    {
      key: 'status',
      header: t('columns.status'),
      className: 'max-sm:order-2 max-sm:justify-self-end',
      cell: (product) => <StatusBadge kind="product" value={product.status} />,
    },
    {
      key: 'variants',
      header: t('columns.variants'),
      right: true,
      className: 'max-md:hidden',
      cell: (product) => <Quantity value={product.variants} />,
    },
    {
      key: 'price',
      header: t('columns.price'),
      right: true,
      className: 'max-sm:order-4',
      cell: (product) => (
        <PriceRange fromE4={product.priceFromE4} toE4={product.priceToE4} currency={currency} />
      ),
    },
    {
      key: 'available',
      header: t('columns.available'),
      right: true,
      className: 'max-sm:order-3 max-sm:text-left! max-sm:text-ink-2',
      cell: (product) => (
        <>
          <span className={product.available === 0 && product.status === 'active' ? 'text-bad' : ''}>
            <Quantity value={product.available} />
          </span>
          <span className="sm:hidden"> {t('columns.availableUnit')}</span>
        </>
      ),
    },
    {
      key: 'updated',
      header: t('columns.updated'),
      className: 'text-ink-2 max-md:hidden',
      cell: (product) => <When at={product.updatedAt} now={now} timeZone={timeZone} />,
    },
  ];
}
