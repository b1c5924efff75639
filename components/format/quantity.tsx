import { useLocale, useTranslations } from 'next-intl';
import { quantityText } from './quantity-text';

/** A count: 1,204 — or "3 units", "5 items", "2 orders" when it stands in a sentence. */
export function Quantity(props: {
  value: number | bigint;
  of?: 'units' | 'items' | 'orders' | 'products' | 'customers';
  signed?: boolean;
  className?: string;
}) {
  const locale = useLocale();
  const t = useTranslations('ui');
  const text = props.of
    ? t(`quantity.${props.of}`, { count: Number(props.value) })
    : quantityText(props.value, locale, props.signed);
  return <span className={`num ${props.className ?? ''}`.trim()}>{text}</span>;
}
