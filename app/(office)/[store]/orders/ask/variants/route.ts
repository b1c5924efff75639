import { searchVariants, searchVariantsInput } from '@/lib/catalog/search-variants';
import { storeQuestion } from '@/lib/web/store-route';

/** What can be sold, by title, SKU or barcode. */
export const POST = storeQuestion({
  permission: 'order.write',
  input: searchVariantsInput,
  run: searchVariants,
});
