'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Menu as MenuIcon, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { scrimClass } from '@/components/ui/dialog';
import type { Place } from './place';
import { PlaceLinks } from './place-links';
import type { ShellStore } from './shell-props';
import { StoreSwitcher } from './store-switcher';

const ICON = buttonClass({ variant: 'quiet', className: 'size-11! px-0!' });

/** The sidebar on a phone: a drawer behind a button in the top bar. */
export function NavDrawer(props: {
  store: ShellStore;
  stores: readonly ShellStore[];
  places: readonly Place[];
}) {
  const t = useTranslations('shell');
  const [open, setOpen] = useState(false);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger aria-label={t('openMenu')} className={`${ICON} -ml-2 lg:hidden`}>
        <MenuIcon aria-hidden="true" className="size-5!" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={scrimClass} />
        <Dialog.Popup className="fixed inset-y-0 left-0 z-50 flex w-[min(280px,85vw)] flex-col border-r border-line bg-paper px-2.5 py-3 shadow-pop outline-none transition-transform duration-150 ease-out data-[ending-style]:-translate-x-full data-[starting-style]:-translate-x-full">
          <Dialog.Title className="sr-only">{t('menu')}</Dialog.Title>
          <div className="flex items-start gap-1">
            <div className="min-w-0 flex-1">
              <StoreSwitcher store={props.store} stores={props.stores} />
            </div>
            <Dialog.Close aria-label={t('closeMenu')} className={ICON}>
              <X aria-hidden="true" className="size-5!" />
            </Dialog.Close>
          </div>
          <PlaceLinks places={props.places} onGo={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
