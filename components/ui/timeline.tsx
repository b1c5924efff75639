import type { ReactNode } from 'react';

export interface TimelineEntry {
  id: string;
  /** A `When`. */
  at: ReactNode;
  /** What happened; put the fact in `<b>`. */
  text: ReactNode;
  /** What somebody wrote. */
  note?: ReactNode;
  /** The newest or weightiest entry: a full dot. */
  key?: boolean;
}

/** What happened, newest first. */
export function Timeline(props: { label: string; entries: readonly TimelineEntry[] }) {
  return (
    <ol aria-label={props.label} className="timeline">
      {props.entries.map((entry) => (
        <li key={entry.id} data-key={entry.key || undefined}>
          <div className="min-w-0 flex-1 text-ink-2 [&_b]:font-medium [&_b]:text-ink">
            {entry.text}
            {entry.note ? (
              <div className="mt-1.5 rounded-control bg-warn-soft px-2.5 py-2 break-words whitespace-pre-line text-ink">
                {entry.note}
              </div>
            ) : null}
          </div>
          <span className="shrink-0 text-xs leading-5 text-ink-3">{entry.at}</span>
        </li>
      ))}
    </ol>
  );
}
