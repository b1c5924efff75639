import { getLocale, getTranslations } from 'next-intl/server';
import { countryName } from '@/components/format/address-text';
import { orderName } from '@/components/orders/order-name';
import { limitOf, may } from '@/lib/access/allow';
import type { Address } from '@/lib/core/address';
import { COUNTRY_CODES } from '@/lib/core/country-codes';
import type { Ctx } from '@/lib/core/ctx';
import type { ActionState, Block } from '@/lib/core/state';
import {
  type ActionFacts,
  ORDER_ACTIONS,
  type OrderActions,
  shipmentActions,
} from '@/lib/orders/order-actions';
import { orderBalance } from '@/lib/orders/order-balance';
import type { DetailLine, OrderDetail, ShownAddress } from '@/lib/orders/order-detail';
import { CANCEL_REASONS, type PaymentMethod } from '@/lib/orders/order-state';
import { refundableMinor } from '@/lib/orders/refund-order';
import { CARRIERS } from '@/lib/shipping/carriers';
import type { Desk, DeskParcel, Why } from './desk';

/** How money comes that staff write down; an invoice is a promise, not a way. */
const TAKEN_BY_HAND: readonly PaymentMethod[] = [
  'bank_transfer', 'cash', 'cash_on_delivery', 'credit_card', 'debit_card', 'paypal', 'alipay', 'wechat_pay',
]; // biome-ignore format: a list

type Say = (key: string, params?: Record<string, string | number>) => string;

/** Everything the sheets of one order need, in words where words are needed. */
export async function makeDesk(from: {
  ctx: Ctx;
  detail: OrderDetail;
  facts: ActionFacts;
  actions: OrderActions;
  /** The address of this page with one sheet open. */
  hrefOf: (act: string, of?: string) => string;
}): Promise<Desk> {
  const { ctx, detail, facts, actions } = from;
  const { order, totals } = detail;
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const say: Say = (key, params) => t(key, params);
  const balance = orderBalance(detail);
  const why = (state: ActionState) => whyNot(state, say, (act) => clearHref(act, from, detail));
  const billing = actions.changeAddress.blocks.filter(({ key }) => !key.endsWith('.addressPacked'));
  const money = { ...order, heldMinor: facts.heldMinor };
  return {
    slug: ctx.store.slug,
    id: order.id,
    name: orderName(order, detail.settings.numberPrefix, say('orders.draftName')),
    version: order.version,
    currency: order.currency,
    buyer: order.customerName,
    units: totals.quantity - totals.canceled,
    carrier: CARRIERS.find((name) => order.shippingMethodName.startsWith(name))
      ? order.shippingMethodName
      : '',
    method: order.paymentMethod,
    methods: TAKEN_BY_HAND.map((value) => ({ value, label: say(`orders.methods.${value}`) })),
    reasons: CANCEL_REASONS.map((value) => ({ value, label: say(`orders.reasons.${value}`) })),
    countries: countryOptions(locale),
    payConfirms:
      detail.settings.confirmation === 'automatic' && (actions.confirm.blocks[0]?.clear ?? '') === 'pay',
    dueMinor: order.dueMinor,
    netMinor: balance.netMinor,
    heldMinor: balance.heldMinor,
    openMinor: balance.owedByShopperMinor,
    refundable: {
      goodwill: refundableMinor(money, 'goodwill'),
      overpayment: refundableMinor(money, 'overpayment'),
    },
    refundLimitMinor: limitOf(ctx, 'refundMinor'),
    mayRefund: may(ctx, 'payment.refund'),
    lines: detail.lines.map(deskLine),
    whole: detail.lines.length === totals.lines,
    cancelable: totals.allocated + totals.backordered + totals.open,
    houses: totals.promised.map(({ warehouseId, warehouse, units }) => ({
      id: warehouseId,
      name: warehouse,
      units,
    })),
    parcels: detail.parcels.map((parcel): DeskParcel => {
      return {
        id: parcel.id,
        sequence: parcel.sequence,
        warehouse: parcel.warehouse,
        units: parcel.units,
        carrier: parcel.carrier,
        trackingNumber: parcel.trackingNumber,
        contents: parcel.lines,
        why: whysOf(shipmentActions(parcel.status, facts.permissions, facts.held), why),
      };
    }),
    shipTo: withoutPhone(detail.shipTo),
    billTo: withoutPhone(detail.billTo),
    phones: { shipTo: Boolean(detail.shipTo?.address.phone), billTo: Boolean(detail.billTo?.address.phone) },
    why: { ...whysOf(actions, why), billing: why({ allowed: billing.length === 0, blocks: billing }) },
  };
}

/** An address for its form. Its phone is not sent before somebody asks to see it. */
function withoutPhone(shown: ShownAddress | null): Address | null {
  return shown && !shown.masked ? { ...shown.address, phone: '' } : null;
}

/** Each action's own why, by its name. */
function whysOf<K extends string>(
  states: Record<K, ActionState>,
  why: (state: ActionState) => Why | null,
): Record<K, Why | null> {
  const entries = Object.entries<ActionState>(states).map(([action, state]) => [action, why(state)]);
  return Object.fromEntries(entries);
}

/** The first fact that blocks, in words; others follow when it is cleared. */
function whyNot(state: ActionState, say: Say, hrefOf: (clear: string) => string | null): Why | null {
  const [first] = state.blocks;
  if (state.allowed || !first) return null;
  return { text: sentences(state.blocks, say), clear: clearOf(first, say, hrefOf) };
}

const sentences = (blocks: readonly Block[], say: Say) =>
  blocks.map(({ key, params }) => say(key, params)).join(' ');

function clearOf(block: Block, say: Say, hrefOf: (clear: string) => string | null): Why['clear'] {
  const href = block.clear ? hrefOf(block.clear) : null;
  return href ? { href, label: say(`order-desk.menu.${block.clear}`) } : null;
}

const ON_PARCELS = new Set(['pack', 'ship', 'deliver']);
const IN_EDITOR = new Set(['edit', 'place', 'discard']);

/** Where the blocking fact is cleared: the editor, the parcels, or a sheet of this page. */
function clearHref(act: string, from: Parameters<typeof makeDesk>[0], detail: OrderDetail): string | null {
  if (IN_EDITOR.has(act)) return `/${from.ctx.store.slug}/orders/${detail.order.id}/edit`;
  const known = ORDER_ACTIONS.find((action) => action === act);
  if (!known || !from.actions[known].allowed) return null;
  return ON_PARCELS.has(act) ? '#parcels' : from.hrefOf(act);
}

function deskLine(line: DetailLine): Desk['lines'][number] {
  return {
    id: line.id,
    name: line.variantTitle ? `${line.title}, ${line.variantTitle}` : line.title,
    sku: line.sku,
    quantity: line.quantity,
    canceled: line.canceled,
    totalMinor: line.totalMinor,
    waiting: line.open + line.backordered,
    promised: line.allocatedAt,
  };
}

export function countryOptions(locale: string): { value: string; label: string }[] {
  return COUNTRY_CODES.map((value) => ({ value, label: countryName(value, locale) })).sort((a, b) =>
    a.label.localeCompare(b.label, locale),
  );
}
