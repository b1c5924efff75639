'use client';

import { AddressSheet } from './address-sheet';
import { CancelSheet } from './cancel-sheet';
import { HoldSheet, ReleaseSheet } from './hold-sheets';
import { PaySheet, RefundSheet } from './money-sheets';
import { DeliverSheet, RecallSheet, TrackingSheet } from './parcel-sheets';
import { PickSheet } from './pick-sheet';
import { CompleteSheet, ConfirmSheet } from './plain-sheets';
import { useDesk } from './use-desk';

/** The sheet the address asks for, if the order allows it now: what is not allowed opens nothing. */
export function DeskSheets() {
  const { desk, open } = useDesk();
  if (!open) return null;
  const { act, of } = open;
  const { why } = desk;
  const parcel = desk.parcels.find(({ id }) => id === of);
  if (parcel) {
    if (act === 'ship' && !parcel.why.ship) return <TrackingSheet key={of} kind="ship" parcel={parcel} />;
    if (act === 'correct' && !parcel.why.correctTracking) {
      return <TrackingSheet key={of} kind="correct" parcel={parcel} />;
    }
    if (act === 'recall' && !parcel.why.cancelParcel) return <RecallSheet key={of} parcel={parcel} />;
    if (act === 'deliver' && !parcel.why.deliver) return <DeliverSheet key={of} parcel={parcel} />;
    return null;
  }
  if (act === 'pick' && !why.pick) return <PickSheet key={of} of={of} />;
  if (act === 'pay' && !why.pay) return <PaySheet />;
  if (act === 'refundOverpayment' && !why.refundOverpayment) return <RefundSheet of="overpayment" />;
  if (act === 'refundGoodwill' && !why.refundGoodwill) return <RefundSheet of="goodwill" />;
  if (act === 'cancelAll' && !why.cancelAll) return <CancelSheet key={act} whole />;
  if (act === 'cancelUnits' && !why.cancelUnits) return <CancelSheet key={act} whole={false} />;
  if (act === 'confirm' && !why.confirm) return <ConfirmSheet />;
  if (act === 'hold' && !why.hold) return <HoldSheet />;
  if (act === 'release' && !why.release) return <ReleaseSheet />;
  if (act === 'complete' && !why.complete) return <CompleteSheet />;
  if (act === 'changeAddress' && !why.changeAddress) return <AddressSheet which="shipTo" />;
  if (act === 'billing' && !why.billing) return <AddressSheet which="billTo" />;
  return null;
}
