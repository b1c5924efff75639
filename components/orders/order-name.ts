/** `#1487` as the store writes it; a draft has no number yet. */
export function orderName(order: { number: number | null }, prefix: string, draft: string): string {
  return order.number === null ? draft : `${prefix}${order.number}`;
}
