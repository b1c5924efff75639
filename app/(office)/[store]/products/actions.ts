'use server';

import { refresh } from 'next/cache';
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

/** Runs a verb and sends the page's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const create = action({ input: createProductInput, permission: 'product.write', run: createProduct });
export const edit = action({ input: editProductInput, permission: 'product.write', run: then(editProduct) });
export const activate = action({ input: activateProductInput, run: then(activateProduct) });
export const archive = action({ input: archiveProductInput, run: then(archiveProduct) });
export const picture = action({
  input: setProductImageInput,
  permission: 'product.write',
  run: then((ctx, input) => setProductImage(ctx, input)),
});
export const removePicture = action({ input: removeProductImageInput, run: then(removeProductImage) });

export const newVariant = action({ input: addVariantInput, permission: 'product.write', run: addVariant });
export const changeVariant = action({
  input: editVariantInput,
  permission: 'product.write',
  run: then(editVariant),
});
export const shelveVariant = action({ input: archiveVariantInput, run: then(archiveVariant) });
export const unshelveVariant = action({ input: restoreVariantInput, run: then(restoreVariant) });

export const count = action({ input: setStockInput, permission: 'stock.write', run: then(setStock) });
export const receive = action({
  input: receiveStockInput,
  permission: 'stock.write',
  run: then(receiveStock),
});
export const adjust = action({ input: adjustStockInput, permission: 'stock.write', run: then(adjustStock) });
export const policy = action({
  input: setStockPolicyInput,
  permission: 'stock.write',
  run: then(setStockPolicy),
});
