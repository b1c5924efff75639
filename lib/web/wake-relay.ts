type Waker = () => void;

const holder = globalThis as typeof globalThis & { waybillRelayWaker?: Waker };

/** The relay of new events registers itself here where it runs in this process. */
export function onNewEvents(wake: Waker | undefined): void {
  if (wake) holder.waybillRelayWaker = wake;
  else delete holder.waybillRelayWaker;
}

/** Tells the relay that there may be new events; where it runs elsewhere its own timer finds them. */
export function wakeRelay(): void {
  holder.waybillRelayWaker?.();
}
