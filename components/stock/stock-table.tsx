import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Quantity } from '@/components/format/quantity';
import { CARDS } from '@/components/products/card-rows';
import { ProductThumb } from '@/components/products/product-thumb';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import type { ListedLevel } from '@/lib/stock/list-levels';

/** What there is of every variant. A row opens the page that explains it. */
export function StockTable(props: { slug: string; levels: readonly ListedLevel[]; footer: ReactNode }) {
  const t = useTranslations('stock');
  return (
    <div className={CARDS}>
      <DataTable
        caption={t('list.title')}
        columns={useColumns(props.slug)}
        rows={props.levels}
        rowId={(level) => level.variantId}
        rowHref={(level) => `/${props.slug}/products/${level.productId}/variants/${level.variantId}`}
        footer={props.footer}
      />
    </div>
  );
}

function useColumns(slug: string): Column<ListedLevel>[] {
  const t = useTranslations('stock');
  return [
    {
      key: 'variant',
      header: t('columns.variant'),
      className: 'max-w-80 py-1.5! max-sm:order-1 max-sm:max-w-none max-sm:py-0!',
      cell: (level) => (
        <span className="flex min-w-0 items-center gap-3">
          <ProductThumb storeSlug={slug} imageId={level.imageId} />
          <span className="flex min-w-0 flex-col leading-[1.3]">
            <span className="truncate font-medium">
              {level.variantTitle
                ? t('list.variant', { product: level.productTitle, variant: level.variantTitle })
                : level.productTitle}
            </span>
            <span className="code truncate text-ink-2">{level.sku}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'state',
      header: t('columns.state'),
      className: 'max-sm:order-2 max-sm:justify-self-end',
      cell: (level) => <StatusBadge kind="stock" value={level.state} />,
    },
    {
      key: 'places',
      header: t('columns.places'),
      className: 'max-w-64 truncate text-ink-2 max-sm:order-3 max-sm:max-w-none max-sm:whitespace-normal!',
      cell: (level) => places(level, (place) => t('list.place', place)),
    },
    number('available', t('columns.available'), 'font-medium max-sm:order-4', (units) => (
      <>
        {units} <span className="font-normal text-ink-2 sm:hidden">{t('columns.availableUnit')}</span>
      </>
    )),
    number('allocated', t('columns.allocated'), 'max-sm:hidden'),
    number('onHand', t('columns.onHand'), 'max-sm:hidden'),
    number('safetyStock', t('columns.safetyStock'), 'text-ink-2 max-lg:hidden'),
    number('backordered', t('columns.backordered'), 'max-lg:hidden'),
  ];
}

function number(
  key: 'available' | 'allocated' | 'onHand' | 'safetyStock' | 'backordered',
  header: string,
  className: string,
  around: (units: ReactNode) => ReactNode = (units) => units,
): Column<ListedLevel> {
  const cell = (level: ListedLevel) => {
    const units = <Quantity value={level[key]} />;
    // A nought says little, except that nothing is left to sell.
    return around(
      level[key] === 0 && key !== 'available' ? <span className="text-ink-3">{units}</span> : units,
    );
  };
  return { key, header, right: true, className, cell };
}

function places(level: ListedLevel, say: (place: { warehouse: string; units: number }) => string): string {
  const held = level.places.filter((place) => place.available > 0);
  return held.map(({ warehouse, available }) => say({ warehouse, units: available })).join(' · ') || '–';
}
