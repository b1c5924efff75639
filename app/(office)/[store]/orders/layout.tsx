import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { storePage } from '@/lib/web/store-page';

/** The order screens' client parts speak one area of their own, so that the lists' words stay on the server. */
export default async function OrdersLayout(props: {
  children: ReactNode;
  params: Promise<{ store: string }>;
}) {
  const { store } = await storePage((await props.params).store);
  return (
    <ClientMessages areas={['order-desk', 'lists', 'bulk']} timeZone={store.timeZone}>
      {props.children}
    </ClientMessages>
  );
}
