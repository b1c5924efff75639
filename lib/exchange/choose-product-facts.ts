import { skuKey } from '@/lib/catalog/variant-input';

/** How often a code carries a title, and how lately. */
export type TitleUse = { sku: string; title: string; priced: number; all: number; lastAt: Date };
export type PriceUse = { sku: string; unitPriceE4: number; at: Date };
export type ProductFacts = { sku: string; title: string; priceE4: number };

type Gathered = { skus: Map<string, number>; titles: Map<string, TitleUse>; price: PriceUse | null };

/**
 * One product per SKU key. Its SKU is the most used spelling, its title the most used where it had a price ("damaged" and
 * "?" stand on stock corrections), ties to the latest; its price the latest positive one, 0 when it never had one.
 */
export function chooseProductFacts(titles: readonly TitleUse[], prices: readonly PriceUse[]): ProductFacts[] {
  const byKey = new Map<string, Gathered>();
  const gathered = (sku: string) => {
    const key = skuKey(sku);
    const known = byKey.get(key) ?? { skus: new Map(), titles: new Map(), price: null };
    byKey.set(key, known);
    return known;
  };
  for (const use of titles) {
    const product = gathered(use.sku);
    product.skus.set(use.sku, (product.skus.get(use.sku) ?? 0) + use.all);
    if (use.title === '') continue;
    const same = product.titles.get(use.title);
    product.titles.set(use.title, same ? together(same, use) : use);
  }
  for (const use of prices) {
    const product = gathered(use.sku);
    if (!product.price || use.at > product.price.at) product.price = use;
  }
  return [...byKey.entries()].map(([key, product]) => {
    const sku = [...product.skus].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? key;
    const title = [...product.titles.values()].sort(mostUsed)[0]?.title ?? sku;
    return { sku, title, priceE4: product.price?.unitPriceE4 ?? 0 };
  });
}

function together(a: TitleUse, b: TitleUse): TitleUse {
  const lastAt = new Date(Math.max(a.lastAt.getTime(), b.lastAt.getTime()));
  return { ...a, priced: a.priced + b.priced, all: a.all + b.all, lastAt };
}

function mostUsed(a: TitleUse, b: TitleUse): number {
  const byUse = b.priced - a.priced || b.all - a.all || b.lastAt.getTime() - a.lastAt.getTime();
  return byUse || (a.title < b.title ? -1 : 1);
}
