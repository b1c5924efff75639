import { Pencil } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listAddress, oneParam } from '@/components/products/list-address';
import { VariantActionBar } from '@/components/products/variant-actions';
import { VariantFacts } from '@/components/products/variant-facts';
import { VariantPriceCard } from '@/components/products/variant-price-card';
import { StatusBadge } from '@/components/status/status-badge';
import { AdjustStockSheet } from '@/components/stock/adjust-sheet';
import { BackorderCard } from '@/components/stock/backorder-card';
import { ReceiveStockSheet, SetStockSheet } from '@/components/stock/level-sheets';
import { LevelTable } from '@/components/stock/level-table';
import { MovementSection } from '@/components/stock/movement-section';
import { LevelPolicySheet } from '@/components/stock/policy-sheets';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { may } from '@/lib/access/allow';
import { getVariant, type VariantDetail } from '@/lib/catalog/get-variant';
import { priceBasis } from '@/lib/catalog/price-basis';
import { isShelved } from '@/lib/catalog/product-state';
import { type Ctx, read } from '@/lib/core/ctx';
import { parseId } from '@/lib/core/ids';
import { listMovements } from '@/lib/stock/list-movements';
import { variantStock } from '@/lib/stock/variant-stock';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { adjust, count, policy, receive, shelveVariant, unshelveVariant } from '../../../actions';

type Props = {
  params: Promise<{ store: string; product: string; variant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('catalog'))('variant.title') };
}

/** The whole page is one look at one moment: what the levels say, the movements explain. */
function readVariant(ctx: Ctx, id: string, cursor: string) {
  return orNotFound(() =>
    read(ctx, async (ctx) => {
      const variant = await getVariant(ctx, parseId('var', id));
      const [stock, movements, basis] = await Promise.all([
        variantStock(ctx, variant.variantId),
        listMovements(ctx, { variantId: variant.variantId, cursor }),
        priceBasis(ctx, variant.taxClass),
      ]);
      return { variant, stock, movements, basis };
    }),
  );
}

export default async function VariantPage({ params, searchParams }: Props) {
  const [{ store: slug, variant: id }, search] = await Promise.all([params, searchParams]);
  const { ctx, store, now } = await storePage(slug, 'product.read');
  const [t, ts] = await Promise.all([getTranslations('catalog'), getTranslations('stock')]);
  const cursor = oneParam(search.cursor).slice(0, 400);
  const { variant, stock, movements, basis } = await readVariant(ctx, id, cursor);
  const denied = may(ctx, 'product.write') ? null : t('blocks.permission');
  const stockDenied = may(ctx, 'stock.write') ? null : ts('blocks.permission');
  const href = `/${slug}/products/${variant.productId}/variants/${variant.variantId}`;
  const at = { storeSlug: slug, variantId: variant.variantId, denied: stockDenied };
  const page = (to: string | null) => to && listAddress(href, { cursor: to });
  return (
    <>
      <Header slug={slug} variant={variant} denied={denied} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_320px]">
        <div className="flex min-w-0 flex-col gap-4">
          <LevelTable
            stock={stock}
            actions={(level) => (
              <>
                <SetStockSheet at={{ ...at, level }} save={count} />
                <ReceiveStockSheet at={{ ...at, level }} save={receive} />
                <AdjustStockSheet at={{ ...at, level }} save={adjust} />
                <LevelPolicySheet at={{ ...at, level }} save={policy} />
              </>
            )}
          />
          <MovementSection
            movements={movements}
            place={{ slug, numberPrefix: movements.numberPrefix, timeZone: store.timeZone, now }}
            newerHref={page(movements.before)}
            olderHref={page(movements.after)}
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <VariantPriceCard variant={variant} basis={basis} currency={store.currency} />
          <VariantFacts variant={variant} />
          <BackorderCard
            storeSlug={slug}
            variantId={variant.variantId}
            stock={stock}
            denied={stockDenied}
            save={policy}
          />
        </div>
      </div>
    </>
  );
}

async function Header(props: { slug: string; variant: VariantDetail; denied: string | null }) {
  const t = await getTranslations('catalog');
  const { slug, variant, denied } = props;
  const product = `/${slug}/products/${variant.productId}`;
  return (
    <PageHeader
      title={variant.title || variant.sku}
      back={{ href: product, label: variant.productTitle }}
      badges={isShelved(variant.status) ? <StatusBadge kind="product" value="archived" /> : null}
      actions={
        <>
          <VariantActionBar
            storeSlug={slug}
            variantId={variant.variantId}
            archived={isShelved(variant.status)}
            denied={denied}
            archiving={variant.archive}
            archive={shelveVariant}
            restore={unshelveVariant}
          />
          <LinkButton
            href={`${product}/variants/${variant.variantId}/edit`}
            variant="primary"
            reason={denied}
          >
            <Pencil aria-hidden="true" />
            {t('actions.edit')}
          </LinkButton>
        </>
      }
    />
  );
}
