import { decimalText, exponentOf } from '@/lib/core/money';
import { toLocalMs } from '@/lib/core/time';
import type { Translate } from '@/lib/i18n/translator';
import type { ListedOrder } from '@/lib/orders/list-orders';
import type { OrderColumn } from '@/lib/orders/order-columns';

/** An amount keeps its decimals as text, since a floating point number would not. */
export type Amount = { minor: number; currency: string };
export type Cell = string | number | Date | Amount | null;

const AMOUNTS: ReadonlySet<OrderColumn> = new Set<OrderColumn>(['total', 'due']);

/** The columns of the file: as on the screen, with the currency beside the first amount unless it is there anyway. */
export function exportColumns(shown: readonly OrderColumn[]): OrderColumn[] {
  if (shown.includes('currency')) return [...shown];
  const place = shown.findIndex((key) => AMOUNTS.has(key));
  return place < 0 ? [...shown] : [...shown.slice(0, place + 1), 'currency', ...shown.slice(place + 1)];
}

type Tools = { say: Translate; numberPrefix: string };

/** What each column says of an order, as the list says it: numbers stay numbers. */
const CELLS: Record<OrderColumn, (order: ListedOrder, tools: Tools) => Cell> = {
  order: (order, { say, numberPrefix }) =>
    order.number === null ? say('orders.draftName') : `${numberPrefix}${order.number}`,
  placed: (order) => order.at,
  customer: (order, { say }) => order.customerName || say('orders.guest'),
  destination: (order) => [order.city, order.country].filter(Boolean).join(', '),
  items: (order) => order.units,
  total: (order) => ({ minor: order.totalMinor, currency: order.currency }),
  due: (order) => ({ minor: order.dueMinor, currency: order.currency }),
  payment: (order, { say }) => say(`status.payment.${order.paymentStatus}`),
  fulfilment: fulfilmentWords,
  shipBy: (order) => order.shipByAt,
  method: (order, { say }) => say(`orders.methods.${order.paymentMethod}`),
  status: (order, { say }) => say(`status.order.${order.status}`),
  return: (order, { say }) => say(`status.orderReturn.${order.returnStatus}`),
  currency: (order) => order.currency,
  channel: (order, { say }) => say(`lists.channels.${order.channel}`),
  shippingMethod: (order) => order.shippingMethod,
  tags: (order) => order.tags.join(', '),
  externalId: (order) => order.externalId,
  confirmed: (order) => order.confirmedAt,
};

const SAID_BY_STATUS: Partial<Record<ListedOrder['status'], string>> = {
  draft: 'draft',
  pending: 'to_confirm',
  canceled: 'canceled',
};

function fulfilmentWords(order: ListedOrder, { say }: Tools): Cell {
  if (order.held) return say('status.order.on_hold');
  return say(`status.fulfilment.${SAID_BY_STATUS[order.status] ?? order.fulfilmentStatus}`);
}

export const cellsOf = (order: ListedOrder, columns: readonly OrderColumn[], tools: Tools): Cell[] =>
  columns.map((key) => CELLS[key](order, tools));

/** Whole and decimal part of an amount as its currency writes them: `12.34`, `1200`. */
export const amountText = ({ minor, currency }: Amount) => decimalText(minor, exponentOf(currency));

/** A moment as the store's clocks show it, for programs that know no zones. */
export const localDate = (at: Date, timeZone: string) => new Date(toLocalMs(at.getTime(), timeZone));

const FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet would take for a formula is quoted, so that it stays what it is. */
export const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
