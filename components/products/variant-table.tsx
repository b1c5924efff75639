import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ProductDetail, ProductVariant } from '@/lib/catalog/get-product';
import { CARDS } from './card-rows';
import { Price } from './price';

/** A product's variants with what is free of each at every warehouse. */
export function VariantTable(props: { product: ProductDetail; storeSlug: string; currency: string }) {
  const t = useTranslations('catalog');
  const { product } = props;
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('variants.title')}
        columns={useColumns(product, props.currency)}
        rows={product.variants}
        rowId={(variant) => variant.variantId}
        rowHref={(variant) =>
          `/${props.storeSlug}/products/${product.productId}/variants/${variant.variantId}`
        }
      />
    </div>
  );
}

function useColumns(product: ProductDetail, currency: string): Column<ProductVariant>[] {
  const t = useTranslations('catalog');
  const several = product.variants.length > 1;
  return [
    {
      key: 'sku',
      header: t('columns.sku'),
      className: 'max-sm:order-1',
      cell: (variant) => <span className="code font-medium">{variant.sku}</span>,
    },
    ...(several
      ? [
          {
            key: 'title',
            header: t('columns.variant'),
            className: 'max-w-56 truncate max-sm:order-3 max-sm:col-span-2 max-sm:max-w-none',
            cell: (variant: ProductVariant) => variant.title || '–',
          },
        ]
      : []),
    {
      key: 'price',
      header: t('columns.price'),
      right: true,
      className: 'max-sm:order-2',
      cell: (variant) => <Price priceE4={variant.priceE4} currency={currency} />,
    },
    ...product.warehouses.map((house, place) => ({
      key: house.warehouseId,
      header: house.name,
      right: true,
      className: 'max-sm:hidden',
      cell: (variant: ProductVariant) => <Quantity value={variant.available[place] ?? 0} />,
    })),
    {
      key: 'available',
      header: t('columns.available'),
      right: true,
      className: 'font-medium max-sm:order-4 max-sm:text-left! max-sm:font-normal max-sm:text-ink-2',
      cell: (variant) => (
        <>
          <Quantity value={variant.available.reduce((sum, units) => sum + units, 0)} />
          <span className="sm:hidden"> {t('columns.availableUnit')}</span>
        </>
      ),
    },
    ...(product.variants.some((variant) => variant.status === 'archived')
      ? [
          {
            key: 'status',
            header: t('columns.status'),
            className: 'max-sm:order-5',
            cell: (variant: ProductVariant) => <StatusBadge kind="product" value={variant.status} />,
          },
        ]
      : []),
  ];
}
