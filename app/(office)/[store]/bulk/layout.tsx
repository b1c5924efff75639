import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { storePage } from '@/lib/web/store-page';

/** The bulk screens' client parts speak their own area. */
export default async function BulkLayout(props: { children: ReactNode; params: Promise<{ store: string }> }) {
  const { store } = await storePage((await props.params).store);
  return (
    <ClientMessages areas={['bulk']} timeZone={store.timeZone}>
      {props.children}
    </ClientMessages>
  );
}
