import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatePanel } from './state-panel';

/** Something failed: what happened, what is safe, what to do, and the request's id. */
export function ErrorState(props: {
  title?: ReactNode;
  children?: ReactNode;
  requestId?: string | null | undefined;
  actions?: ReactNode;
  asPage?: boolean;
}) {
  const t = useTranslations('failure');
  return (
    <StatePanel
      icon={<CircleAlert aria-hidden="true" />}
      title={props.title ?? t('title')}
      actions={props.actions}
      asPage={props.asPage ?? false}
    >
      <p>{props.children ?? t('body')}</p>
      {props.requestId ? (
        <p className="mt-2 text-13 text-ink-3">
          {t('reference')} <span className="code select-all">{props.requestId}</span>
        </p>
      ) : null}
    </StatePanel>
  );
}
