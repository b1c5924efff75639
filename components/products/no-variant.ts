export type TaxClassOption = { code: string; name: string };
export type VariantValues = {
  title: string;
  sku: string;
  barcode: string;
  priceE4: number | null;
  costE4: number | null;
  weightGrams: number | null;
  taxClass: string;
};
/** A form of a new variant begins empty. */
export const NO_VARIANT: VariantValues = {
  title: '',
  sku: '',
  barcode: '',
  priceE4: null,
  costE4: null,
  weightGrams: null,
  taxClass: 'standard',
};
