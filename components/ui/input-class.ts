/** The frame of everything that is typed into. */
export const inputClass =
  'h-8 w-full min-w-0 rounded-control border border-line-strong bg-surface px-2.5 text-sm text-ink transition-colors hover:border-ink-3 focus-visible:border-focus focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-ink-3 [&:is(input,textarea):read-only]:bg-sunken aria-invalid:border-bad max-sm:h-10 max-sm:text-base';

/** The same frame around an input with something before or after it. */
export const inputFrameClass =
  'flex h-8 w-full min-w-0 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 text-sm text-ink transition-colors hover:border-ink-3 has-[input:focus-visible]:border-focus has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-focus has-[[aria-invalid=true]]:border-bad has-[input:disabled]:bg-sunken max-sm:h-10 max-sm:text-base';

/** The input within such a frame. */
export const bareInputClass =
  'h-full w-full min-w-0 flex-1 bg-transparent text-inherit outline-none! disabled:text-ink-3';
