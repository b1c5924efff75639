import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Money } from '@/components/format/money';
import { moneyText } from '@/components/format/money-text';
import { ProductThumb } from '@/components/products/product-thumb';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { UnitLedger } from '@/components/ui/unit-ledger';
import type { DetailLine, OrderTotals, Parcel } from '@/lib/orders/order-detail';
import { priceText } from './price-text';
import { unitWords } from './unit-words';

/** The order's lines with what became of each unit. */
export function OrderLines(props: {
  storeSlug: string;
  lines: readonly DetailLine[];
  totals: OrderTotals;
  parcels: readonly Parcel[];
  currency: string;
  /** The address of the next page of lines, when there are more. */
  moreHref: string | null;
  actions?: ReactNode;
}) {
  const t = useTranslations('orders');
  const sum = unitWords(props.totals, [], []);
  const note = [
    t('units.all', { count: props.totals.quantity }),
    ...sum.map(({ key, ...rest }) => t(`units.${key}`, rest)),
  ];
  return (
    <Card title={t('lines.title')} note={note.join(' · ')} actions={props.actions} flush>
      <ul className="divide-y">
        {props.lines.map((line) => (
          <Line key={line.id} line={line} {...props} />
        ))}
      </ul>
      {props.moreHref ? (
        <p className="border-t px-4 py-2.5">
          <LinkButton href={props.moreHref} size="small">
            {t('lines.more', { shown: props.lines.length, count: props.totals.lines })}
          </LinkButton>
        </p>
      ) : null}
    </Card>
  );
}

function Line(props: { storeSlug: string; line: DetailLine; parcels: readonly Parcel[]; currency: string }) {
  const t = useTranslations('orders');
  const locale = useLocale();
  const { line, currency } = props;
  const words = unitWords(
    line,
    line.allocatedAt,
    props.parcels.flatMap((parcel) => unitsIn(parcel, line)),
  );
  const title = line.variantTitle
    ? t('lines.variant', { title: line.title, variant: line.variantTitle })
    : line.title;
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-2.5">
      <ProductThumb storeSlug={props.storeSlug} imageId={line.imageId} size="large" />
      <div className="min-w-0">
        {line.productId ? (
          <a href={`/${props.storeSlug}/products/${line.productId}`} className="hover:underline">
            {title}
          </a>
        ) : (
          title
        )}
        <p className="flex flex-wrap gap-x-3 text-13 text-ink-2">
          <span className="code text-ink-2">{line.sku}</span>
          <span>{words.map(({ key, ...rest }) => t(`units.${key}`, rest)).join(', ')}</span>
        </p>
        <UnitLedger units={{ ...line, shipped: line.shipped - line.delivered }} />
      </div>
      <div className="num flex gap-x-6 text-right max-sm:flex-col">
        <span className="text-ink-2">
          {t('lines.times', {
            quantity: line.quantity,
            price: priceText(line.unitPriceE4, currency, locale),
          })}
        </span>
        <span className="min-w-20 font-medium">
          <Money minor={line.goodsMinor} currency={currency} />
          {line.discountMinor > 0 ? (
            <span className="block text-13 font-normal text-ink-2">
              {moneyText(-line.discountMinor, currency, locale)}
            </span>
          ) : null}
        </span>
      </div>
    </li>
  );
}

function unitsIn(parcel: Parcel, line: DetailLine) {
  return parcel.lines
    .filter(({ lineId }) => lineId === line.id)
    .map(({ quantity }) => ({ status: parcel.status, warehouse: parcel.warehouse, quantity }));
}
