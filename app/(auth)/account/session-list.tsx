import { getTranslations } from 'next-intl/server';
import { When } from '@/components/format/when';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { describeAgent } from '@/lib/access/describe-agent';
import type { OpenSession } from '@/lib/access/list-sessions';
import type { Id } from '@/lib/core/ids';
import { EndSession } from './end-session';

type Listed = { here: Id<'ses'>; sessions: OpenSession[]; now: Date; timeZone: string };

/** Every place the person is signed in, with the way to end each. */
export async function SessionList({ here, sessions, now, timeZone }: Listed) {
  const t = await getTranslations('auth.account.sessions');
  const others = sessions.filter(({ sessionId }) => sessionId !== here);
  const nameOf = (userAgent: string) => {
    const known = describeAgent(userAgent);
    return known ? t('device', known) : t('unknown');
  };
  return (
    <Card title={t('title')} flush actions={others.length > 0 ? <EndSession label={t('endOthers')} /> : null}>
      <ul className="divide-y">
        {sessions.map(({ sessionId, userAgent, address, createdAt, lastSeenAt }) => (
          <li key={sessionId} className="flex items-start gap-3 px-4 py-3">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                {nameOf(userAgent)}
                {sessionId === here ? <Badge>{t('here')}</Badge> : null}
              </p>
              <p className="mt-0.5 flex flex-wrap gap-x-3 text-13 text-ink-2">
                <span>
                  {t('seen')} <When at={lastSeenAt} now={now} timeZone={timeZone} />
                </span>
                <span>
                  {t('since')} <When at={createdAt} now={now} timeZone={timeZone} style="dateTime" />
                </span>
                {address ? <span className="code">{address}</span> : null}
              </p>
            </div>
            {sessionId === here ? null : (
              <EndSession
                sessionId={sessionId}
                label={t('end')}
                name={t('endThis', { device: nameOf(userAgent) })}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? <p className="border-t px-4 py-3 text-13 text-ink-3">{t('only')}</p> : null}
    </Card>
  );
}
