import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class';
import { LinkButton } from './link-button';

/** Newer and older pages of a list, by address. */
export function Pagination(props: {
  newerHref?: string | null | undefined;
  olderHref?: string | null | undefined;
}) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('pagination.label')} className="ml-auto flex gap-1.5">
      <Step href={props.newerHref} label={t('pagination.newer')} />
      <Step href={props.olderHref} label={t('pagination.older')} />
    </nav>
  );
}

function Step(props: { href: string | null | undefined; label: string }) {
  if (props.href) {
    return (
      <LinkButton href={props.href} prefetch={false} size="small">
        {props.label}
      </LinkButton>
    );
  }
  return (
    <span aria-disabled="true" className={buttonClass({ variant: 'quiet', size: 'small', blocked: true })}>
      {props.label}
    </span>
  );
}
