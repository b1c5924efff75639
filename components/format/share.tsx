import { useLocale } from 'next-intl';
import { quantityText, shareText } from './quantity-text';

/** A rate with its two counts on hover: 96.8%, "30 / 31". */
export function Share(props: { part: number; whole: number; signed?: boolean }) {
  const locale = useLocale();
  const counts = `${quantityText(props.part, locale)} / ${quantityText(props.whole, locale)}`;
  return (
    <span className="num" title={counts}>
      {shareText(props.part, props.whole, locale, props.signed)}
    </span>
  );
}
