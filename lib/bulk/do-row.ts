import type { TxCtx } from '@/lib/core/ctx';
import { idOf, type OrderId, parseId } from '@/lib/core/ids';
import { tagOrder } from '@/lib/orders/annotate-order';
import { cancelUnits } from '@/lib/orders/cancel-units';
import { confirmOrder } from '@/lib/orders/confirm-order';
import { holdOrder, holdOrderInput, releaseOrder } from '@/lib/orders/hold-order';
import { readOrder } from '@/lib/orders/load-order';
import { type ActionFacts, orderActions } from '@/lib/orders/order-actions';
import { CANCEL_REASONS, OFFERED_METHODS } from '@/lib/orders/order-state';
import { readActionFacts } from '@/lib/orders/read-action-facts';
import { recordPayment } from '@/lib/orders/record-payment';
import type { PortOf } from '@/lib/orders/refund-parts';
import { shipShipment } from '@/lib/shipping/ship-shipment';
import { ACTION_OF, type BulkAction } from './bulk-state';

export type BulkRow = { orderId: OrderId; actId: string };
export type Work = { action: BulkAction; options: Record<string, string>; portOf: PortOf };
export type Outcome =
  | { outcome: 'done' }
  | { outcome: 'skipped' | 'failed'; reason: string; params: Record<string, string | number> };

const DONE: Outcome = { outcome: 'done' };
const skipped = (reason: string, params: Record<string, string | number> = {}): Outcome => ({
  outcome: 'skipped',
  reason,
  params,
});

/** Does the act to one order, if its table of actions lets it; else says why not, in that table's words. */
export async function doRow(ctx: TxCtx, row: BulkRow, work: Work): Promise<Outcome> {
  const facts = await readActionFacts(ctx, row.orderId);
  const state = orderActions(facts)[ACTION_OF[work.action]];
  const [block] = state.blocks;
  if (block) return skipped(block.key, block.params);
  return ACTS[work.action](ctx, row, work, facts);
}

type Act = (ctx: TxCtx, row: BulkRow, work: Work, facts: ActionFacts) => Promise<Outcome>;

const ACTS: Record<BulkAction, Act> = {
  confirm: async (ctx, { orderId }) => {
    await confirmOrder(ctx, { orderId });
    return DONE;
  },
  tag: (ctx, row, { options }) => retag(ctx, row, options.tag ?? '', true),
  untag: (ctx, row, { options }) => retag(ctx, row, options.tag ?? '', false),
  hold: async (ctx, { orderId, actId }, { options }) => {
    const holdId = idOf('hld', actId);
    await holdOrder(ctx, holdOrderInput.parse({ orderId, holdId, reason: options.reason }));
    return DONE;
  },
  release: async (ctx, { orderId }) => {
    await releaseOrder(ctx, { orderId });
    return DONE;
  },
  markPaid: async (ctx, { orderId, actId }, { portOf }, facts) => {
    const amountMinor = facts.dueMinor - (facts.capturedMinor - facts.refundedMinor) - facts.askedMinor;
    // An invoice is a promise, not a way money comes.
    const method =
      OFFERED_METHODS.find((known) => known === facts.paymentMethod && known !== 'invoice') ??
      'bank_transfer';
    const paymentId = idOf('pay', actId);
    await recordPayment(ctx, { orderId, paymentId, amountMinor, method, reference: '' }, portOf('manual'));
    return DONE;
  },
  ship: async (ctx, _, { options }, facts) => {
    const packed = facts.shipments.filter(({ status }) => status === 'packed');
    for (const { id } of packed) {
      const shipmentId = parseId('shp', id);
      await shipShipment(ctx, { shipmentId, carrier: options.carrier ?? '', trackingNumber: '' });
    }
    return DONE;
  },
  cancel: async (ctx, { orderId, actId }, { options, portOf }) => {
    const { version } = await readOrder(ctx, orderId);
    const reason = CANCEL_REASONS.find((known) => known === options.reason) ?? 'other';
    const refundId = ctx.actor.permissions.has('payment.refund') ? idOf('rfd', actId) : null;
    await cancelUnits(ctx, { orderId, lines: 'all', reason, refundId, version }, portOf);
    return DONE;
  },
};

async function retag(ctx: TxCtx, { orderId }: BulkRow, tag: string, on: boolean): Promise<Outcome> {
  const { tags } = await readOrder(ctx, orderId);
  if (tags.includes(tag) === on) return skipped(on ? 'bulk.skips.tagged' : 'bulk.skips.notTagged', { tag });
  await tagOrder(ctx, { orderId, add: on ? [tag] : [], remove: on ? [] : [tag] });
  return DONE;
}
