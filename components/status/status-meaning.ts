/** What a status means to the person who reads it: colour and how full its dot is. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'mute';
export type Fill = 'empty' | 'half' | 'full';
export type Meaning = readonly [tone: Tone, fill: Fill];

const bulk = {
  waiting: ['mute', 'empty'],
  done: ['good', 'full'],
  skipped: ['warn', 'half'],
  failed: ['bad', 'empty'],
} as const satisfies Record<string, Meaning>;

const payment = {
  unpaid: ['warn', 'empty'],
  awaiting_transfer: ['warn', 'empty'],
  on_delivery: ['mute', 'empty'],
  authorized: ['info', 'half'],
  partially_paid: ['warn', 'half'],
  paid: ['good', 'full'],
  partially_refunded: ['mute', 'half'],
  refunded: ['mute', 'full'],
  credit_owed: ['warn', 'half'],
  failed: ['bad', 'empty'],
  voided: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const fulfilment = {
  to_confirm: ['warn', 'empty'],
  unfulfilled: ['mute', 'empty'],
  allocated: ['info', 'empty'],
  picking: ['info', 'half'],
  backordered: ['bad', 'empty'],
  partially_shipped: ['warn', 'half'],
  shipped: ['good', 'half'],
  partially_delivered: ['good', 'half'],
  delivered: ['good', 'full'],
  canceled: ['mute', 'empty'],
  draft: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const order = {
  draft: ['mute', 'empty'],
  pending: ['warn', 'empty'],
  confirmed: ['info', 'empty'],
  processing: ['info', 'half'],
  shipped: ['good', 'half'],
  delivered: ['good', 'full'],
  completed: ['good', 'full'],
  canceled: ['mute', 'empty'],
  on_hold: ['warn', 'half'],
  late: ['bad', 'empty'],
} as const satisfies Record<string, Meaning>;

const orderReturn = {
  none: ['mute', 'empty'],
  requested: ['warn', 'empty'],
  partially_returned: ['mute', 'half'],
  returned: ['mute', 'full'],
} as const satisfies Record<string, Meaning>;

const orderKind = {
  sale: ['mute', 'empty'],
  credit: ['info', 'full'],
} as const satisfies Record<string, Meaning>;

const paymentAttempt = {
  created: ['mute', 'empty'],
  pending: ['warn', 'empty'],
  authorized: ['info', 'half'],
  captured: ['good', 'full'],
  failed: ['bad', 'empty'],
  voided: ['mute', 'empty'],
  expired: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const refund = {
  requested: ['warn', 'half'],
  succeeded: ['good', 'full'],
  failed: ['bad', 'empty'],
} as const satisfies Record<string, Meaning>;

const shipment = {
  draft: ['mute', 'empty'],
  picking: ['info', 'empty'],
  picked: ['info', 'half'],
  packed: ['info', 'half'],
  label_created: ['info', 'half'],
  shipped: ['info', 'half'],
  in_transit: ['info', 'half'],
  out_for_delivery: ['info', 'half'],
  delivered: ['good', 'full'],
  exception: ['bad', 'empty'],
  returned: ['mute', 'full'],
  canceled: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const product = {
  draft: ['mute', 'empty'],
  active: ['good', 'full'],
  archived: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const stock = {
  in_stock: ['good', 'full'],
  low: ['warn', 'half'],
  out: ['bad', 'empty'],
  overstock: ['info', 'full'],
  untracked: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

const account = {
  active: ['good', 'full'],
  invited: ['info', 'half'],
  disabled: ['mute', 'empty'],
  expired: ['mute', 'empty'],
  revoked: ['bad', 'empty'],
} as const satisfies Record<string, Meaning>;

const job = {
  queued: ['mute', 'empty'],
  running: ['info', 'half'],
  done: ['good', 'full'],
  partly_done: ['warn', 'half'],
  failed: ['bad', 'empty'],
  canceled: ['mute', 'empty'],
} as const satisfies Record<string, Meaning>;

/** Every status the product shows, by kind. Words are `status.<kind>.<value>`. */
export const MEANINGS = {
  bulk,
  payment,
  fulfilment,
  order,
  orderReturn,
  orderKind,
  paymentAttempt,
  refund,
  shipment,
  product,
  stock,
  account,
  job,
} as const;

export type StatusKind = keyof typeof MEANINGS;

const UNKNOWN: Meaning = ['mute', 'empty'];

export function meaningOf(kind: StatusKind, value: string): Meaning {
  const table: Record<string, Meaning> = MEANINGS[kind];
  return table[value] ?? UNKNOWN;
}

export function isKnownStatus(kind: StatusKind, value: string): boolean {
  return Object.hasOwn(MEANINGS[kind], value);
}

/** The payment badge: an unpaid order says what it waits for. */
export function paymentBadge(status: string, method?: string | null): string {
  if (status !== 'unpaid') return status;
  if (method === 'bank_transfer') return 'awaiting_transfer';
  return method === 'cash_on_delivery' ? 'on_delivery' : status;
}

/** The fulfilment badge: before it is confirmed, an order waits for that and nothing else. */
export function fulfilmentBadge(orderStatus: string, fulfilmentStatus: string): string {
  if (orderStatus === 'pending') return 'to_confirm';
  if (orderStatus === 'draft' || orderStatus === 'canceled') return orderStatus;
  return fulfilmentStatus;
}
