'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/file-input';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import { RadioGroup } from '@/components/ui/radio-group';
import type { ImportKind } from '@/lib/exchange/source-mapping';
import { type Sending, sendFile } from './send-file';

/** A file and what it is about; it is sent while its progress is shown. */
export function UploadForm(props: { slug: string; kinds: readonly ImportKind[]; maxMb: number }) {
  const t = useTranslations('imports');
  const router = useRouter();
  const [kind, setKind] = useState<string>(props.kinds[0] ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const sending = useRef<Sending | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (share !== null) return;
    if (!file) return setFailure(t('new.noFile'));
    setFailure(null);
    setShare(0);
    sending.current = sendFile(`/${props.slug}/imports/upload`, kind, file, setShare);
    const answer = await sending.current.answer;
    setShare(null);
    if ('importId' in answer) router.push(`/${props.slug}/imports/${answer.importId}`);
    else if ('message' in answer) setFailure(answer.message ?? t('new.lost'));
  }

  return (
    <form onSubmit={send} className="flex flex-col gap-5">
      <RadioGroup
        legend={t('new.kind')}
        name="kind"
        value={kind}
        onValueChange={setKind}
        options={props.kinds.map((value) => ({
          value,
          label: t(`kinds.${value}.name`),
          help: t(`kinds.${value}.does`),
        }))}
      />
      <Field label={t('new.file')} help={t('new.help', { mb: props.maxMb })}>
        <FileInput
          name="file"
          accept=".csv,.tsv,.txt,.xlsx,.gz,text/csv"
          onFiles={(files) => {
            setFile(files[0] ?? null);
            setFailure(null);
          }}
        />
      </Field>
      {failure ? (
        <Notice tone="bad" alert>
          {failure}
        </Notice>
      ) : null}
      {share === null ? null : (
        <div className="flex flex-col gap-1.5">
          <Progress label={t('new.sending')} value={Math.round(share * 100)} max={100} />
          <p className="text-13 text-ink-2" aria-live="polite">
            {share < 1 ? t('new.sent', { percent: Math.floor(share * 100) }) : t('new.looking')}
          </p>
        </div>
      )}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" aria-busy={share !== null} disabled={share !== null}>
          {t('new.send')}
        </Button>
        {share === null ? null : (
          <Button variant="quiet" onClick={() => sending.current?.giveUp()}>
            {t('new.giveUp')}
          </Button>
        )}
      </div>
    </form>
  );
}
