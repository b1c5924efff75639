/** The three queues of the fulfilment page, in the order goods go through them. */
export const QUEUES = ['pick', 'pack', 'ship'] as const;
export type Queue = (typeof QUEUES)[number];

/** Beyond this many nobody counts: the page says "1,000+". */
export const QUEUE_COUNT_CAP = 1001;
