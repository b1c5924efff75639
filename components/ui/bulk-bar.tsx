'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { IconButton } from './icon-button';
import { useSelection } from './selection';

/** What can be done with the ticked rows; there only while some are. */
export function BulkBar(props: { children: ReactNode }) {
  const t = useTranslations('ui');
  const { ids, clear } = useSelection();
  return (
    <>
      <p role="status" className="sr-only">
        {ids.length > 0 ? t('table.selected', { count: ids.length }) : ''}
      </p>
      {ids.length > 0 ? (
        <div className="pointer-events-none sticky bottom-4 z-20 mt-4 flex justify-center">
          <section
            aria-label={t('table.bulkActions')}
            className="pointer-events-auto flex max-w-full flex-wrap items-center gap-1 rounded-[10px] border border-line-strong bg-surface py-[5px] pr-1.5 pl-3.5 shadow-pop"
          >
            <b className="num mr-2.5 font-medium">{t('table.selected', { count: ids.length })}</b>
            {props.children}
            <IconButton label={t('table.clearSelection')} size="small" onClick={clear}>
              <X aria-hidden="true" />
            </IconButton>
          </section>
        </div>
      ) : null}
    </>
  );
}
