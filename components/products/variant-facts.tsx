import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { VariantDetail } from '@/lib/catalog/get-variant';

/** What a variant is called and weighs. */
export function VariantFacts({ variant }: { variant: VariantDetail }) {
  const t = useTranslations('catalog');
  return (
    <Card title={t('detail.facts')}>
      <DescriptionList
        items={[
          { key: 'sku', term: t('fields.sku'), value: <span className="code">{variant.sku}</span> },
          {
            key: 'barcode',
            term: t('fields.barcode'),
            value: variant.barcode ? <span className="code">{variant.barcode}</span> : '–',
          },
          {
            key: 'weight',
            term: t('fields.weight'),
            value: variant.weightGrams === null ? '–' : t('variant.grams', { grams: variant.weightGrams }),
          },
        ]}
      />
    </Card>
  );
}
