import { useLocale, useTranslations } from 'next-intl';
import { Money } from '@/components/format/money';
import { shareText } from '@/components/format/quantity-text';
import { Card } from '@/components/ui/card';
import { Definition } from '@/components/ui/definition';
import { DescriptionList } from '@/components/ui/description-list';
import type { VariantDetail } from '@/lib/catalog/get-variant';
import { marginOf } from '@/lib/catalog/margin';
import type { PriceBasis } from '@/lib/catalog/price-basis';
import { lineAmount } from '@/lib/core/money';
import { Price } from './price';

/** What a variant costs and brings. The margin is said with what it is made of. */
export function VariantPriceCard(props: { variant: VariantDetail; basis: PriceBasis; currency: string }) {
  const t = useTranslations('catalog');
  const locale = useLocale();
  const { variant, basis, currency } = props;
  const { netPriceE4, profitE4 } = marginOf(variant.priceE4, variant.costE4, basis);
  const rate = shareText(basis.ratePpm, 1_000_000, locale);
  return (
    <Card title={t('price.title')}>
      <DescriptionList
        figures
        items={[
          {
            key: 'price',
            term: t(basis.includesTax ? 'price.withTax' : 'price.withoutTax'),
            value: <Price priceE4={variant.priceE4} currency={currency} className="font-medium" />,
          },
          ...(basis.includesTax
            ? [
                {
                  key: 'net',
                  term: t('price.net', { rate }),
                  value: <Money minor={lineAmount(netPriceE4, 1, currency)} currency={currency} />,
                },
              ]
            : []),
          {
            key: 'cost',
            term: t('fields.cost'),
            value: variant.costE4 === null ? '–' : <Price priceE4={variant.costE4} currency={currency} />,
          },
          {
            key: 'margin',
            term: (
              <span className="inline-flex items-center gap-0.5">
                {t('price.margin')}
                <Definition name={t('price.marginName')}>{t('price.marginDefinition')}</Definition>
              </span>
            ),
            value:
              profitE4 === null || netPriceE4 === 0 ? (
                '–'
              ) : (
                <span className={profitE4 < 0 ? 'text-bad' : ''}>
                  <Money minor={lineAmount(profitE4, 1, currency)} currency={currency} /> ·{' '}
                  {shareText(profitE4, netPriceE4, locale)}
                </span>
              ),
          },
          { key: 'tax', term: t('fields.taxClass'), value: variant.taxClassName },
        ]}
      />
    </Card>
  );
}
