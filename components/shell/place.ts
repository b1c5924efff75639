import {
  ChartColumn,
  CreditCard,
  House,
  type LucideIcon,
  MessageSquare,
  Package,
  ReceiptText,
  Settings,
  Tag,
  Undo2,
  Users,
  Warehouse,
} from 'lucide-react';

export type PlaceKey =
  | 'home'
  | 'orders'
  | 'fulfilment'
  | 'returns'
  | 'service'
  | 'stock'
  | 'products'
  | 'customers'
  | 'payments'
  | 'analytics'
  | 'settings';

/** A place the person may go to; only what they may open is passed to the shell. */
export interface Place {
  key: PlaceKey;
  href: string;
  count?: number;
  /** The count asks for somebody: shown in the colour for bad. */
  urgent?: boolean;
}

export const PLACE_ICONS: Record<PlaceKey, LucideIcon> = {
  home: House,
  orders: ReceiptText,
  fulfilment: Package,
  returns: Undo2,
  service: MessageSquare,
  stock: Warehouse,
  products: Tag,
  customers: Users,
  payments: CreditCard,
  analytics: ChartColumn,
  settings: Settings,
};

/** The letter after `g` that goes there. */
export const JUMP_KEYS: Record<PlaceKey, string> = {
  home: 'h',
  orders: 'o',
  fulfilment: 'f',
  returns: 'r',
  service: 'v',
  stock: 's',
  products: 'p',
  customers: 'c',
  payments: 'm',
  analytics: 'a',
  settings: 't',
};

/** Whether an address is this place or within it; home is only itself. */
export function isWithin(pathname: string, place: Place): boolean {
  const path = place.href.split('?')[0] ?? place.href;
  if (place.key === 'home') return pathname === path;
  return pathname === path || pathname.startsWith(`${path}/`);
}
