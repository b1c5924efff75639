export interface ToastMessage {
  title: string;
  description?: string;
  tone?: 'good' | 'bad' | 'info';
  /** Makes it stay ten seconds with a button that takes the action back. */
  undo?: () => unknown;
  /** Another button: retry, open. */
  action?: { label: string; onPress: () => void };
}

type Listener = (message: ToastMessage) => void;

const waiting: ToastMessage[] = [];
let listener: Listener | undefined;
let wake: (() => void) | undefined;

/** Says something at the edge of the page, from any client code. */
export function toast(message: ToastMessage): void {
  if (listener) listener(message);
  else {
    waiting.push(message);
    wake?.();
  }
}

/** Called when the first message waits, so that the region's code is loaded only then. */
export function onFirstToast(load: () => void): () => void {
  wake = load;
  if (waiting.length > 0) load();
  return () => {
    wake = undefined;
  };
}

/** The region takes over and gets what has waited. */
export function listenToToasts(listen: Listener): () => void {
  listener = listen;
  for (const message of waiting.splice(0)) listen(message);
  return () => {
    listener = undefined;
  };
}
