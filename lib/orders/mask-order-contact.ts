import { type Address, addressSchema, postcodeArea } from '@/lib/core/address';
import type { ShownAddress } from './order-detail';

const DOTS = '•••';
const SHOWN_DIGITS = 3;

/** `t•••@example.com`: enough to recognise, not to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? DOTS : `${[...email][0]}${DOTS}${email.slice(at)}`;
}

/** The last three digits. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return `${DOTS} ${digits.slice(-SHOWN_DIGITS)}`;
}

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
  const parsed = addressSchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}
