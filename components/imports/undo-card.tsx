'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Notice } from '@/components/ui/notice';
import type { Id } from '@/lib/core/ids';
import type { ActionResult } from '@/lib/web/action-result';

type Undo = (slug: string, input: { importId: Id<'imp'> }) => Promise<ActionResult<unknown>>;

/** Takes a whole import back, or says what stands against it. */
export function UndoCard(props: { slug: string; importId: Id<'imp'>; undo: Undo }) {
  const t = useTranslations('imports.undo');
  const [failure, setFailure] = useState<string | null>(null);
  async function undo() {
    const result = await props.undo(props.slug, { importId: props.importId });
    setFailure(result.ok ? null : result.message);
  }
  return (
    <Card title={t('title')} note={t('note')}>
      <div className="flex flex-col items-start gap-3">
        {failure ? (
          <Notice tone="warn" alert>
            {failure}
          </Notice>
        ) : null}
        <ConfirmDialog
          title={t('sure')}
          confirmLabel={t('confirm')}
          onConfirm={undo}
          danger
          trigger={{ label: t('open'), variant: 'danger' }}
        >
          {t('body')}
        </ConfirmDialog>
      </div>
    </Card>
  );
}
