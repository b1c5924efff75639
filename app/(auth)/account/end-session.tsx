'use client';

import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-queue';
import type { Id } from '@/lib/core/ids';
import { endOtherSessionsAction, endSessionAction } from './actions';

/** Ends one session, or all others when none is named. */
export function EndSession(props: { sessionId?: Id<'ses'>; label: string; name?: string }) {
  const t = useTranslations('auth.account.sessions');
  const [pending, start] = useTransition();
  const { sessionId } = props;
  function end() {
    start(async () => {
      const result = await (sessionId ? endSessionAction({ sessionId }) : endOtherSessionsAction({}));
      if (result.ok) toast({ title: t('ended', { count: result.data.ended }), tone: 'good' });
      else toast({ title: result.message, tone: 'bad' });
    });
  }
  return (
    <Button size="small" onClick={end} disabled={pending} aria-label={props.name}>
      {props.label}
    </Button>
  );
}
