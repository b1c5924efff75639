'use client';

import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { buttonClass } from './button-class';
import { listenToToasts, type ToastMessage } from './toast-queue';

const SHORT_MS = 5_000;
const LONG_MS = 10_000;
const ICONS = { good: CircleCheck, bad: CircleAlert, info: Info } as const;
const TINTS = { good: 'text-good', bad: 'text-bad', info: 'text-info' } as const;

const manager = Toast.createToastManager<{ tone: keyof typeof ICONS }>();

/**
 * Where messages appear; announced politely, errors at once. Never over the buttons of a sheet, which end it at the
 * bottom right: beside the sidebar, on a narrow screen under the top bar.
 */
export function ToastRegion() {
  const t = useTranslations('ui');
  const undoLabel = t('toast.undo');
  useEffect(() => listenToToasts((message) => show(message, undoLabel)), [undoLabel]);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t('toast.region')}
          className="fixed top-14 right-4 z-[60] flex w-[min(24rem,calc(100vw-2rem))] flex-col gap-2 lg:top-auto lg:right-auto lg:bottom-4 lg:left-[232px]"
        >
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function show(message: ToastMessage, undoLabel: string) {
  const { action, undo } = message;
  const press = undo ?? action?.onPress;
  const label = undo ? undoLabel : action?.label;
  const id = manager.add({
    title: message.title,
    description: message.description,
    data: { tone: message.tone ?? 'good' },
    priority: message.tone === 'bad' ? 'high' : 'low',
    timeout: press || message.tone === 'bad' ? LONG_MS : SHORT_MS,
    ...(press && label
      ? {
          actionProps: {
            children: label,
            onClick: () => {
              manager.close(id);
              void press();
            },
          },
        }
      : {}),
  });
}

function ToastList() {
  const t = useTranslations('ui');
  const { toasts } = Toast.useToastManager<{ tone: keyof typeof ICONS }>();
  return toasts.map((item) => {
    const tone = item.data?.tone ?? 'good';
    const Icon = ICONS[tone];
    return (
      <Toast.Root
        key={item.id}
        toast={item}
        className="rounded-card border border-line-strong bg-surface shadow-pop transition-opacity duration-100 data-[ending-style]:opacity-0 data-[limited]:hidden data-[starting-style]:opacity-0"
      >
        <Toast.Content className="flex items-start gap-2.5 py-2 pr-1.5 pl-3">
          <Icon aria-hidden="true" className={`mt-1.5 size-4 shrink-0 ${TINTS[tone]}`} />
          <div className="min-w-0 flex-1 py-1">
            <Toast.Title className="font-medium" render={<p />} />
            <Toast.Description className="text-13 text-ink-2" />
          </div>
          <Toast.Action className={buttonClass({ size: 'small' })} />
          <Toast.Close
            aria-label={t('close')}
            className={buttonClass({ variant: 'quiet', size: 'small', className: 'w-7 px-0!' })}
          >
            <X aria-hidden="true" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
