import { useLocale } from 'next-intl';
import { type Minor, moneyText } from './money-text';

/** An amount of money. Every amount on every page is written by this. */
export function Money(props: { minor: Minor; currency: string; className?: string }) {
  const locale = useLocale();
  return (
    <span className={props.className ? `num ${props.className}` : 'num'}>
      {moneyText(props.minor, props.currency, locale)}
    </span>
  );
}
