'use server';

import { z } from 'zod';
import { customerForOrder } from '@/lib/customers/customer-for-order';
import { paymentPort } from '@/lib/integrations/payments/providers';
import {
  changeAddress, changeAddressInput, noteOrder, noteOrderInput, tagOrder, tagOrderInput,
} from '@/lib/orders/annotate-order'; // biome-ignore format: short
import { cancelUnits, cancelUnitsInput } from '@/lib/orders/cancel-units';
import { completeOrder, completeOrderInput } from '@/lib/orders/complete-order';
import { confirmOrder, confirmOrderInput } from '@/lib/orders/confirm-order';
import { holdOrder, holdOrderInput, releaseOrder, releaseOrderInput } from '@/lib/orders/hold-order';
import { idSchema } from '@/lib/orders/order-request';
import { placeDraft, placeDraftInput } from '@/lib/orders/place-draft';
import { recordPayment, recordPaymentInput } from '@/lib/orders/record-payment';
import { refundOrder, refundOrderInput } from '@/lib/orders/refund-order';
import { revealOrderContact, revealOrderContactInput } from '@/lib/orders/reveal-order-contact';
import { discardDraft, discardDraftInput, draftInput, saveDraft } from '@/lib/orders/save-draft';
import { packShipment, shipmentInput, undoPack, undoPick } from '@/lib/shipping/pack-shipment';
import { pickUnits, pickUnitsInput } from '@/lib/shipping/pick-units';
import {
  cancelParcel, cancelParcelInput, correctTracking, correctTrackingInput, deliverShipment, shipShipment, shipShipmentInput,
} from '@/lib/shipping/ship-shipment'; // biome-ignore format: short
import { action } from '@/lib/web/action';
import { thenRefresh } from '@/lib/web/then-refresh';

export const confirm = action({ input: confirmOrderInput, run: thenRefresh(confirmOrder) });
export const complete = action({ input: completeOrderInput, run: thenRefresh(completeOrder) });
export const cancel = action({
  input: cancelUnitsInput,
  run: thenRefresh((ctx, input) => cancelUnits(ctx, input, paymentPort)),
});
export const pay = action({
  input: recordPaymentInput,
  run: thenRefresh((ctx, input) => recordPayment(ctx, input, paymentPort('manual'))),
});
export const refund = action({
  input: refundOrderInput,
  run: thenRefresh((ctx, input) => refundOrder(ctx, input, paymentPort)),
});

export const pick = action({ input: pickUnitsInput, run: thenRefresh(pickUnits) });
export const pack = action({ input: shipmentInput, run: thenRefresh(packShipment) });
export const unpack = action({ input: shipmentInput, run: thenRefresh(undoPack) });
export const unpick = action({ input: shipmentInput, run: thenRefresh(undoPick) });
export const ship = action({ input: shipShipmentInput, run: thenRefresh(shipShipment) });
export const recallParcel = action({ input: cancelParcelInput, run: thenRefresh(cancelParcel) });
export const correct = action({ input: correctTrackingInput, run: thenRefresh(correctTracking) });
export const deliver = action({ input: shipmentInput, run: thenRefresh(deliverShipment) });

export const hold = action({ input: holdOrderInput, run: thenRefresh(holdOrder) });
export const release = action({ input: releaseOrderInput, run: thenRefresh(releaseOrder) });

export const note = action({ input: noteOrderInput, run: thenRefresh(noteOrder) });
export const tag = action({ input: tagOrderInput, run: thenRefresh(tagOrder) });
export const address = action({ input: changeAddressInput, run: thenRefresh(changeAddress) });
export const reveal = action({ input: revealOrderContactInput, run: thenRefresh(revealOrderContact) });

export const save = action({ input: draftInput, permission: 'order.write', run: saveDraft });
export const place = action({ input: placeDraftInput, permission: 'order.place', run: placeDraft });
export const discard = action({ input: discardDraftInput, permission: 'order.write', run: discardDraft });

export const openCustomer = action({
  input: z.object({ customerId: idSchema('cus') }),
  permission: 'order.write',
  run: (ctx, { customerId }) => customerForOrder(ctx, customerId),
});
