import { closePool } from '@/db/client';
import { orderRequestSchema } from '@/lib/orders/order-request';
import { type PlaceOrderInput, placeOrder } from '@/lib/orders/place-order';
import { someRequest } from './bench-requests';
import type { BenchStore } from './bench-store';
import { pointToDatabase } from './durable-database';
import { type Load, type Measured, runLoad, warmUp } from './load';
import { countRoundTrips } from './round-trips';

const PREPARED_REQUESTS = 12_000;
const TRIP_WARM_UP = 60;
const TRIP_ORDERS = 100;

/** Requests made beforehand: parsing them belongs to the edge, not to the verb. */
function requests(store: BenchStore, hot: boolean, count: number): () => PlaceOrderInput {
  const made = Array.from({ length: count }, () =>
    orderRequestSchema.parse(someRequest(hot, store.shippingMethodId)),
  );
  let next = 0;
  return () => {
    const request = made[next % count];
    next += 1;
    if (!request) throw new Error('no requests were made');
    return request;
  };
}

/** Orders per second at the verb, in this process. */
export async function loadVerb(store: BenchStore, hot: boolean, load: Load): Promise<Measured> {
  return runLoad(load, placing(store, hot));
}

export const warmUpVerb = (store: BenchStore): Promise<void> => warmUp(8, placing(store, false));

function placing(store: BenchStore, hot: boolean): () => Promise<void> {
  const request = requests(store, hot, PREPARED_REQUESTS);
  return async () => {
    await placeOrder(store.ctx(), request(), 'api');
  };
}

/** How often one order waits for the database, counted on the wire, one after another on a warm connection. */
export async function tripsPerOrder(store: BenchStore, appUrl: string): Promise<number> {
  const wire = await countRoundTrips(appUrl);
  await closePool();
  pointToDatabase(wire.url);
  try {
    const request = requests(store, false, TRIP_WARM_UP + TRIP_ORDERS);
    // The pool hands connections out in turn: each has to have seen every statement.
    for (let n = 0; n < TRIP_WARM_UP; n++) await placeOrder(store.ctx(), request(), 'api');
    const before = wire.turns();
    for (let n = 0; n < TRIP_ORDERS; n++) await placeOrder(store.ctx(), request(), 'api');
    return (wire.turns() - before) / TRIP_ORDERS;
  } finally {
    await closePool();
    pointToDatabase(appUrl);
    await wire.close();
  }
}
