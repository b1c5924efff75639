/** On a phone each row of a table inside is a card of two columns; cells order themselves with `max-sm:order-…`. */
export const CARDS =
  'max-sm:[&_thead]:sr-only max-sm:[&_tbody_tr]:grid max-sm:[&_tbody_tr]:grid-cols-[minmax(0,1fr)_auto] max-sm:[&_tbody_tr]:items-center max-sm:[&_tbody_tr]:gap-x-3 max-sm:[&_tbody_tr]:gap-y-1 max-sm:[&_tbody_tr]:border-b max-sm:[&_tbody_tr]:px-3 max-sm:[&_tbody_tr]:py-2.5 max-sm:[&_tbody_tr:last-child]:border-b-0 max-sm:[&_td]:h-auto! max-sm:[&_td]:border-0! max-sm:[&_td]:p-0!';
