import { X } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const CHIP =
  'inline-flex h-7 max-w-full items-center gap-1.5 rounded-control border border-line bg-surface px-2.5 text-13 text-ink-2';
const REMOVE =
  '-mr-1.5 inline-flex size-6 items-center justify-center rounded-[5px] text-ink-3 hover:bg-sunken hover:text-ink';

/** A filter that is on: its name, its value, and the address (or act) without it. */
export function Chip(props: {
  label: string;
  value?: ReactNode;
  removeHref?: string;
  onRemove?: () => void;
}) {
  const t = useTranslations('ui');
  const name = t('chip.remove', { label: props.label });
  const icon = <X aria-hidden="true" className="size-3.5" />;
  return (
    <span className={CHIP}>
      {props.label}
      {props.value ? <b className="truncate font-medium text-ink">{props.value}</b> : null}
      {props.removeHref ? (
        <Link href={props.removeHref} prefetch={false} scroll={false} aria-label={name} className={REMOVE}>
          {icon}
        </Link>
      ) : null}
      {props.onRemove ? (
        <button type="button" aria-label={name} onClick={props.onRemove} className={REMOVE}>
          {icon}
        </button>
      ) : null}
    </span>
  );
}
