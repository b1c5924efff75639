import { createProduct } from '@/lib/catalog/create-product';
import { setProductImage } from '@/lib/catalog/set-product-image';
import type { Ctx } from '@/lib/core/ctx';
import type { VariantId, WarehouseId } from '@/lib/core/ids';
import { setStock } from '@/lib/stock/set-stock';
import { setStockPolicy } from '@/lib/stock/set-stock-policy';
import { pictureSvg } from './demo-pictures';
import { DEMO_PRODUCTS, type DemoProduct, ownBarcode } from './demo-products';

export type DemoWarehouses = { leeds: WarehouseId; rotterdam: WarehouseId };
export type DemoVariants = ReadonlyMap<string, VariantId>;

const PENCE_E4 = 100;
const AT_ONCE = 4;

/** Puts the catalogue on the shelves: products with pictures, opening counts, safety stock and backorder caps. */
export async function stockShelves(ctx: Ctx, places: DemoWarehouses): Promise<DemoVariants> {
  const variants = new Map<string, VariantId>();
  let serial = 1;
  const jobs = DEMO_PRODUCTS.map((product) => {
    const first = serial;
    serial += product.variants.length;
    return () => bringIn(ctx, places, product, first, variants);
  });
  for (let i = 0; i < jobs.length; i += AT_ONCE)
    await Promise.all(jobs.slice(i, i + AT_ONCE).map((job) => job()));
  return variants;
}

async function bringIn(
  ctx: Ctx,
  places: DemoWarehouses,
  product: DemoProduct,
  firstSerial: number,
  variants: Map<string, VariantId>,
): Promise<void> {
  const { title, category, description, picture, variants: kinds } = product;
  const made = await createProduct(ctx, {
    title,
    category,
    description,
    vendor: 'Heath & Harbour',
    status: 'active',
    variants: kinds.map((kind, i) => ({
      sku: kind.sku,
      title: kind.title,
      priceE4: kind.pence * PENCE_E4,
      costE4: kind.costPence * PENCE_E4,
      weightGrams: kind.grams,
      barcode: ownBarcode(firstSerial + i),
    })),
  });
  await setProductImage(ctx, {
    productId: made.productId,
    bytes: Buffer.from(pictureSvg(...picture)),
    trustedSvg: true,
  });
  for (const [i, kind] of kinds.entries()) {
    const variantId = made.variantIds[i];
    if (!variantId) continue;
    variants.set(kind.sku, variantId);
    const reason = 'Opening count';
    await setStock(ctx, { variantId, warehouseId: places.leeds, available: kind.leeds, reason });
    await setStock(ctx, { variantId, warehouseId: places.rotterdam, available: kind.rotterdam, reason });
    const bin = `${'ABCDEF'[firstSerial % 6]}-${String(firstSerial + i).padStart(2, '0')}`;
    await setStockPolicy(ctx, {
      variantId,
      level: { warehouseId: places.leeds, safetyStock: kind.safety ?? 0, bin },
      ...(kind.backorderCap ? { backorderCap: kind.backorderCap } : {}),
    });
  }
}
