import type { ReactNode } from 'react';
import { ClientMessages } from '@/i18n/client-messages';

export default function AuthLayout(props: { children: ReactNode }) {
  return <ClientMessages areas={['auth', 'shell']}>{props.children}</ClientMessages>;
}
