'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import { SubmitButton } from '@/components/ui/submit-button';
import { toast } from '@/components/ui/toast-queue';
import type { Id } from '@/lib/core/ids';
import type { ImportStage } from '@/lib/exchange/import-stage';
import type { ActionResult } from '@/lib/web/action-result';

type Act = (slug: string, input: { importId: Id<'imp'> }) => Promise<ActionResult<unknown>>;
const LOOK_AGAIN_MS = 1500;
const MOVING: readonly ImportStage[] = ['reading', 'writing', 'undoing'];

/** How far a run is, and what can be said to it. It looks again by itself while something moves. */
export function RunCard(props: {
  slug: string;
  importId: Id<'imp'>;
  stage: ImportStage;
  remappable: boolean;
  counts: { rows: number; done: number; of: number };
  acts: Record<'confirm' | 'pause' | 'resume' | 'remap', Act>;
}) {
  const t = useTranslations('imports.run');
  const { slug, importId, stage, acts } = props;
  const { done, of } = props.counts;
  const [pending, start] = useTransition();
  const moving = MOVING.includes(stage);
  useLookingAgain(moving);

  function send(act: Act) {
    if (pending) return;
    start(async () => {
      const result = await act(slug, { importId });
      if (!result.ok) toast({ title: result.message, tone: 'bad' });
    });
  }

  const counted = stage === 'writing' || stage === 'undoing' || (stage === 'paused' && done > 0);
  return (
    <Card>
      <div className="flex flex-col gap-3">
        <p className="font-medium" aria-live="polite">
          {t(`says.${stage}`, props.counts)}
        </p>
        {moving ? <Progress label={t('progress')} {...(counted ? { value: done, max: of } : {})} /> : null}
        <div className="flex flex-wrap gap-2">
          {stage === 'report' ? (
            <SubmitButton variant="primary" pending={pending} onClick={() => send(acts.confirm)}>
              {t('confirm')}
            </SubmitButton>
          ) : null}
          {stage === 'paused' || stage === 'stopped' ? (
            <SubmitButton variant="primary" pending={pending} onClick={() => send(acts.resume)}>
              {t('resume')}
            </SubmitButton>
          ) : null}
          {moving ? <Button onClick={() => send(acts.pause)}>{t('pause')}</Button> : null}
          {props.remappable && !moving ? (
            <Button onClick={() => send(acts.remap)}>{t('remap')}</Button>
          ) : null}
        </div>
      </div>
    </Card>
  );
}

function useLookingAgain(moving: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [moving, router]);
}
