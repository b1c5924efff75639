import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';
import { storePage } from '@/lib/web/store-page';

/** Gives the forms below their words; each page asks for its own permission. */
export default async function ImportsLayout(props: {
  children: ReactNode;
  params: Promise<{ store: string }>;
}) {
  const { store } = await storePage((await props.params).store);
  return (
    <ClientMessages areas={['imports', 'exchange', 'web']} timeZone={store.timeZone}>
      {props.children}
    </ClientMessages>
  );
}
