import type { Address } from '@/lib/core/address';

/** An address nobody has written yet. */
export function emptyAddress(country: string, name = ''): Address {
  return { name, company: '', line1: '', line2: '', city: '', region: '', postcode: '', country, phone: '' };
}
