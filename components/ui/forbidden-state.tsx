import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatePanel } from './state-panel';

/** The person's role does not reach here: says so, and who can change it. */
export function ForbiddenState(props: { children?: ReactNode; actions?: ReactNode }) {
  const t = useTranslations('ui');
  return (
    <StatePanel
      asPage
      icon={<Lock aria-hidden="true" />}
      title={t('forbidden.title')}
      actions={props.actions}
    >
      {props.children ?? t('forbidden.body')}
    </StatePanel>
  );
}
