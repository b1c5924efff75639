import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class';
import { LinkButton } from './link-button';

const TIMED = ['newer', 'older'] as const;
const NAMED = ['previous', 'next'] as const;

export type Pages = {
  newerHref?: string | null | undefined;
  olderHref?: string | null | undefined;
  /** What the list is sorted by: one by time has newer and older pages, any other previous and next ones. */
  by?: 'time' | 'name';
};

/** The pages before and after, by address. */
export function Pagination(props: Pages) {
  const t = useTranslations('ui');
  const [before, after] = props.by === 'name' ? NAMED : TIMED;
  return (
    <nav aria-label={t('pagination.label')} className="ml-auto flex gap-1.5">
      <Step href={props.newerHref} label={t(`pagination.${before}`)} />
      <Step href={props.olderHref} label={t(`pagination.${after}`)} />
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
