import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import type { Save } from '@/components/settings/use-saving';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { VariantId } from '@/lib/core/ids';
import type { SetStockPolicyInput } from '@/lib/stock/set-stock-policy';
import type { VariantStock } from '@/lib/stock/variant-stock';
import { BackorderSheet } from './policy-sheets';

/** How far the variant may be sold beyond its stock, and how far it is. */
export function BackorderCard(props: {
  storeSlug: string;
  variantId: VariantId;
  stock: VariantStock;
  denied: string | null;
  save: Save<SetStockPolicyInput, unknown>;
}) {
  const t = useTranslations('stock');
  const { backorderCap, backordered } = props.stock;
  return (
    <Card
      title={t('backorder.card')}
      actions={
        <BackorderSheet
          storeSlug={props.storeSlug}
          variantId={props.variantId}
          cap={backorderCap}
          denied={props.denied}
          save={props.save}
        />
      }
    >
      {backorderCap === 0 ? (
        <p className="text-ink-2">{t('backorder.none')}</p>
      ) : (
        <DescriptionList
          figures
          items={[
            { key: 'cap', term: t('backorder.cap'), value: <Quantity value={backorderCap} /> },
            { key: 'now', term: t('backorder.now'), value: <Quantity value={backordered} /> },
            {
              key: 'left',
              term: t('backorder.left'),
              value: <Quantity value={backorderCap - backordered} />,
            },
          ]}
        />
      )}
    </Card>
  );
}
