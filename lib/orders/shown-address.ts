import { type Address, keptAddressSchema, postcodeArea } from '@/lib/core/address';
import type { ShownAddress } from './order-detail';

const DOTS = '•••';

/** A stored address as its reader may see it. What routes a parcel stays; the door does not. */
export function shownAddress(json: string | null, full: boolean): ShownAddress | null {
  const address = json ? parseAddress(json) : null;
  if (!address) return null;
  if (full) return { address, masked: false };
  return {
    masked: true,
    address: {
      ...address,
      line1: DOTS,
      line2: '',
      phone: '',
      postcode: address.postcode ? `${postcodeArea(address.postcode)} ${DOTS}` : '',
    },
  };
}

export function parseAddress(json: string): Address | null {
  const parsed = keptAddressSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
