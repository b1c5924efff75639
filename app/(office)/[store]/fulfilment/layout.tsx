import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { storePage } from '@/lib/web/store-page';

/** What the fulfilment screens' client parts say, and why an order was skipped. */
export default async function FulfilmentLayout(props: {
  children: ReactNode;
  params: Promise<{ store: string }>;
}) {
  const { store } = await storePage((await props.params).store);
  return (
    <ClientMessages areas={['fulfilment', 'order-errors']} timeZone={store.timeZone}>
      {props.children}
    </ClientMessages>
  );
}
