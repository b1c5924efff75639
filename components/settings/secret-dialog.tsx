'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';

/** Something that is shown this once: to read, to copy, and gone when closed. */
export function SecretDialog(props: {
  title: string;
  note: string;
  secret: string | null;
  onClose: () => void;
}) {
  const t = useTranslations('settings');
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(props.secret ?? '');
    setCopied(true);
  }
  return (
    <Dialog
      title={props.title}
      open={props.secret !== null}
      onOpenChange={(open) => {
        if (open) return;
        setCopied(false);
        props.onClose();
      }}
      footer={
        <Button variant="primary" onClick={props.onClose}>
          {t('secretKept')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Notice tone="warn">{props.note}</Notice>
        <div className="flex flex-wrap items-center gap-2">
          <output className="code min-w-0 flex-1 rounded-control border bg-sunken px-2.5 py-1.5 break-all select-all">
            {props.secret}
          </output>
          <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
