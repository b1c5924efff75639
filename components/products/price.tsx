import { useLocale } from 'next-intl';
import { priceText } from '@/components/orders/price-text';

/** A unit price in ten-thousandths: two decimals, more only when it has them. */
export function Price(props: { priceE4: number; currency: string; className?: string }) {
  const locale = useLocale();
  return (
    <span className={props.className ? `num ${props.className}` : 'num'}>
      {priceText(props.priceE4, props.currency, locale)}
    </span>
  );
}

/** From the lowest to the highest; one price when they are the same. */
export function PriceRange(props: { fromE4: number | null; toE4: number | null; currency: string }) {
  const { fromE4, toE4, currency } = props;
  if (fromE4 === null || toE4 === null) return <span aria-hidden="true">–</span>;
  if (fromE4 === toE4) return <Price priceE4={fromE4} currency={currency} />;
  return (
    <span className="num whitespace-nowrap">
      <Price priceE4={fromE4} currency={currency} />–<Price priceE4={toE4} currency={currency} />
    </span>
  );
}
