'use client';

import './globals.css';
import { NextIntlClientProvider } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { isLocale, LOCALE_COOKIE } from '@/lib/i18n/locales';
import english from '@/messages/en/failure.json';
import chinese from '@/messages/zh-CN/failure.json';

const WORDS = { en: english, 'zh-CN': chinese };

/** The root layout itself failed: nothing of it can be used, not even its language. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  const locale = chosenLocale();
  const words = WORDS[locale];
  return (
    <html lang={locale}>
      <body>
        <title>{words.title}</title>
        <NextIntlClientProvider locale={locale} messages={{ failure: words }} timeZone="UTC">
          <main>
            <ErrorState
              asPage
              requestId={props.error.digest}
              actions={
                <Button variant="primary" onClick={props.reset}>
                  {words.retry}
                </Button>
              }
            />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}

function chosenLocale() {
  if (typeof document === 'undefined') return 'en';
  const cookie = new RegExp(`(?:^|; )${LOCALE_COOKIE}=([^;]+)`).exec(document.cookie)?.[1];
  return isLocale(cookie) ? cookie : 'en';
}
