'use server';

import { activateProduct, activateProductInput } from '@/lib/catalog/activate-product';
import { addVariant, addVariantInput } from '@/lib/catalog/add-variant';
import { archiveProduct, archiveProductInput } from '@/lib/catalog/archive-product';
import { archiveVariant, archiveVariantInput } from '@/lib/catalog/archive-variant';
import { createProduct, createProductInput } from '@/lib/catalog/create-product';
import { editProduct, editProductInput } from '@/lib/catalog/edit-product';
import { editVariant, editVariantInput } from '@/lib/catalog/edit-variant';
import { removeProductImage, removeProductImageInput } from '@/lib/catalog/remove-product-image';
import { restoreVariant, restoreVariantInput } from '@/lib/catalog/restore-variant';
import { setProductImage, setProductImageInput } from '@/lib/catalog/set-product-image';
import { adjustStock, adjustStockInput } from '@/lib/stock/adjust-stock';
import { receiveStock, receiveStockInput } from '@/lib/stock/receive-stock';
import { setStock, setStockInput } from '@/lib/stock/set-stock';
import { setStockPolicy, setStockPolicyInput } from '@/lib/stock/set-stock-policy';
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const create = action({ input: createProductInput, permission: 'product.write', run: createProduct });
export const edit = action({
  input: editProductInput,
  permission: 'product.write',
  run: thenRefresh(editProduct),
});
export const activate = action({ input: activateProductInput, run: thenRefresh(activateProduct) });
export const archive = action({ input: archiveProductInput, run: thenRefresh(archiveProduct) });
export const picture = action({
  input: setProductImageInput,
  permission: 'product.write',
  run: thenRefresh((ctx, input) => setProductImage(ctx, input)),
});
export const removePicture = action({ input: removeProductImageInput, run: thenRefresh(removeProductImage) });

export const newVariant = action({ input: addVariantInput, permission: 'product.write', run: addVariant });
export const changeVariant = action({
  input: editVariantInput,
  permission: 'product.write',
  run: thenRefresh(editVariant),
});
export const shelveVariant = action({ input: archiveVariantInput, run: thenRefresh(archiveVariant) });
export const unshelveVariant = action({ input: restoreVariantInput, run: thenRefresh(restoreVariant) });

export const count = action({ input: setStockInput, permission: 'stock.write', run: thenRefresh(setStock) });
export const receive = action({
  input: receiveStockInput,
  permission: 'stock.write',
  run: thenRefresh(receiveStock),
});
export const adjust = action({
  input: adjustStockInput,
  permission: 'stock.write',
  run: thenRefresh(adjustStock),
});
export const policy = action({
  input: setStockPolicyInput,
  permission: 'stock.write',
  run: thenRefresh(setStockPolicy),
});
