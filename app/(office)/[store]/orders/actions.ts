'use server';

import { refresh } from 'next/cache';
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

/** Runs a verb and sends the page's new truth back with its answer. */
const then =
  <C, I, T>(verb: (ctx: C, input: I) => Promise<T>) =>
  async (ctx: C, input: I) => {
    const result = await verb(ctx, input);
    refresh();
    return result;
  };

export const confirm = action({ input: confirmOrderInput, run: then(confirmOrder) });
export const complete = action({ input: completeOrderInput, run: then(completeOrder) });
export const cancel = action({
  input: cancelUnitsInput,
  run: then((ctx, input) => cancelUnits(ctx, input, paymentPort)),
});
export const pay = action({
  input: recordPaymentInput,
  run: then((ctx, input) => recordPayment(ctx, input, paymentPort('manual'))),
});
export const refund = action({
  input: refundOrderInput,
  run: then((ctx, input) => refundOrder(ctx, input, paymentPort)),
});

export const pick = action({ input: pickUnitsInput, run: then(pickUnits) });
export const pack = action({ input: shipmentInput, run: then(packShipment) });
export const unpack = action({ input: shipmentInput, run: then(undoPack) });
export const unpick = action({ input: shipmentInput, run: then(undoPick) });
export const ship = action({ input: shipShipmentInput, run: then(shipShipment) });
export const recallParcel = action({ input: cancelParcelInput, run: then(cancelParcel) });
export const correct = action({ input: correctTrackingInput, run: then(correctTracking) });
export const deliver = action({ input: shipmentInput, run: then(deliverShipment) });

export const hold = action({ input: holdOrderInput, run: then(holdOrder) });
export const release = action({ input: releaseOrderInput, run: then(releaseOrder) });

export const note = action({ input: noteOrderInput, run: then(noteOrder) });
export const tag = action({ input: tagOrderInput, run: then(tagOrder) });
export const address = action({ input: changeAddressInput, run: then(changeAddress) });
export const reveal = action({ input: revealOrderContactInput, run: then(revealOrderContact) });

export const save = action({ input: draftInput, permission: 'order.write', run: saveDraft });
export const place = action({ input: placeDraftInput, permission: 'order.place', run: placeDraft });
export const discard = action({ input: discardDraftInput, permission: 'order.write', run: discardDraft });

export const openCustomer = action({
  input: z.object({ customerId: idSchema('cus') }),
  permission: 'order.write',
  run: (ctx, { customerId }) => customerForOrder(ctx, customerId),
});
