type Scannable = { sku: string; barcode: string };

/** What a scanner or a person typed, against SKU and barcode; case and spaces around it do not count. */
export function matchScan<T extends Scannable>(lines: readonly T[], code: string): T[] {
  const said = plain(code);
  if (said === '') return [];
  return lines.filter(
    ({ sku, barcode }) => plain(sku) === said || (barcode !== '' && plain(barcode) === said),
  );
}

const plain = (code: string) => code.normalize('NFKC').trim().toLowerCase();
