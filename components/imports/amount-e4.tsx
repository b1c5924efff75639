import { Money } from '@/components/format/money';
import { exponentOf, mulDiv, PRICE_DECIMALS } from '@/lib/core/money';

/** Ten-thousandths of a currency as its money: what is smaller than its least coin is rounded. */
export function AmountE4(props: { value: number; currency: string }) {
  const minor = mulDiv(props.value, 1, 10 ** (PRICE_DECIMALS - exponentOf(props.currency)));
  return <Money minor={minor} currency={props.currency} />;
}
