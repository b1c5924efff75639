/** Headers are compared without case, spaces and signs: `Customer ID`, `CustomerID` and `customer_id` are one. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
