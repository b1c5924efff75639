/** Everything that floats: a surface with a strong hairline, arriving in at most 120 ms. */
export const popupClass =
  'rounded-card border border-line-strong bg-surface shadow-pop outline-none transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0';

/** One row of a menu or list box. */
export const optionClass =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-[6px] px-2 py-1 text-sm text-ink outline-none select-none data-[disabled]:text-ink-3 data-[highlighted]:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0';
