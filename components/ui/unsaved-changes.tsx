'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog';

/** While `dirty`, leaving asks first. Render what it returns somewhere in the form. */
export function useUnsavedChanges(dirty: boolean): ReactNode {
  const t = useTranslations('ui');
  const router = useRouter();
  const [wanted, setWanted] = useState<string | null>(null);

  useEffect(() => {
    if (!dirty) return;
    function beforeUnload(event: BeforeUnloadEvent) {
      event.preventDefault();
    }
    function onClick(event: MouseEvent) {
      const href = leavingTo(event);
      if (!href) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(href);
    }
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', onClick, true);
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', onClick, true);
    };
  }, [dirty]);

  return (
    <ConfirmDialog
      open={wanted !== null}
      onOpenChange={(open) => !open && setWanted(null)}
      title={t('unsaved.title')}
      confirmLabel={t('unsaved.leave')}
      danger
      onConfirm={() => {
        if (wanted) router.push(wanted);
      }}
    >
      {t('unsaved.body')}
    </ConfirmDialog>
  );
}

/** The address within the app a plain click would go to, if it leaves this page. */
function leavingTo(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.download) return null;
  const to = new URL(link.href);
  if (to.origin !== window.location.origin) return null;
  if (to.pathname === window.location.pathname && to.hash) return null;
  return `${to.pathname}${to.search}${to.hash}`;
}
