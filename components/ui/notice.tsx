import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const TONES = {
  info: { box: 'bg-info-soft', icon: 'text-info', Icon: Info },
  good: { box: 'bg-good-soft', icon: 'text-good', Icon: CircleCheck },
  warn: { box: 'bg-warn-soft', icon: 'text-warn', Icon: TriangleAlert },
  bad: { box: 'bg-bad-soft', icon: 'text-bad', Icon: CircleAlert },
} as const;

/** Says what is and what to do; `alert` also tells a screen reader at once. */
export function Notice(props: {
  tone?: keyof typeof TONES;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  alert?: boolean;
}) {
  const { box, icon, Icon } = TONES[props.tone ?? 'info'];
  return (
    <div
      {...(props.alert ? { role: 'alert' } : {})}
      className={`flex items-start gap-2 rounded-control px-3 py-2.5 text-13 text-ink ${box}`}
    >
      <Icon aria-hidden="true" className={`mt-0.5 size-[15px] shrink-0 ${icon}`} />
      <div className="min-w-0 flex-1 break-words">
        {props.title ? <strong className="font-semibold">{props.title} </strong> : null}
        {props.children}
        {props.actions ? <div className="mt-2 flex flex-wrap gap-2">{props.actions}</div> : null}
      </div>
    </div>
  );
}
