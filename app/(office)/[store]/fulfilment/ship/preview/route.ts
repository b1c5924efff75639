import { previewShipping, previewShippingInput } from '@/lib/fulfilment/preview-shipping';
import { storeQuestion } from '@/lib/web/store-route';

/** What a pasted table would ship. */
export const POST = storeQuestion({
  permission: 'shipment.write',
  input: previewShippingInput,
  run: previewShipping,
});
