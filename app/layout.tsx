import './globals.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { getLocale } from 'next-intl/server';
import { ThemeProvider } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import type { ReactNode } from 'react';
import { ToastHost } from '@/components/ui/toast-host';
import { ClientMessages } from '@/i18n/client-messages';

export const metadata: Metadata = {
  title: { default: 'Waybill', template: '%s · Waybill' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f3' },
    { media: '(prefers-color-scheme: dark)', color: '#131211' },
  ],
};

/** Reading the nonce makes every page dynamic, which a strict content policy needs anyway. */
export default async function RootLayout(props: { children: ReactNode }) {
  const [head, locale] = await Promise.all([headers(), getLocale()]);
  const nonce = head.get('x-nonce') ?? undefined;
  return (
    <html lang={locale} suppressHydrationWarning>
      <head>
        {/* Browsers hide a nonce from scripts, so that the server's value never equals the page's. */}
        {nonce ? <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning /> : null}
      </head>
      <body>
        <CSPProvider {...(nonce ? { nonce } : {})}>
          <ThemeProvider
            attribute="data-theme"
            defaultTheme="system"
            enableColorScheme={false}
            disableTransitionOnChange
            {...(nonce ? { nonce } : {})}
          >
            <ClientMessages>
              <NuqsAdapter>{props.children}</NuqsAdapter>
              <ToastHost />
            </ClientMessages>
          </ThemeProvider>
        </CSPProvider>
      </body>
    </html>
  );
}
