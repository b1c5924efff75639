'use client';

import { Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Popover } from '@/components/ui/popover';

/** How a number is counted, on a small (i) beside its name. */
export function Definition(props: { of: string; children: ReactNode }) {
  const t = useTranslations('home');
  return (
    <Popover
      trigger={{
        label: <Info aria-hidden="true" />,
        name: t('definitionOf', { name: props.of }),
        variant: 'quiet',
        size: 'small',
        className: 'h-6! w-6 px-0! text-ink-3',
      }}
    >
      <p className="max-w-72 text-13">{props.children}</p>
    </Popover>
  );
}
