import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface Description {
  key: string;
  term: ReactNode;
  value: ReactNode;
  /** The sum at the end: above it a line, and it is bold. */
  total?: boolean;
}

/** Facts by name: `figures` sets values right in tabular figures, else names stand on the left. */
export function DescriptionList(props: { items: readonly Description[]; figures?: boolean }) {
  const columns = props.figures ? 'grid-cols-[1fr_auto]' : 'grid-cols-[minmax(7rem,auto)_1fr]';
  return (
    <dl className={classNames('grid gap-y-1.5', columns)}>
      {props.items.map((item) => (
        <Fragment key={item.key}>
          <dt
            className={classNames(item.total ? 'mt-0.5 border-t pt-2 font-semibold text-ink' : 'text-ink-2')}
          >
            {item.term}
          </dt>
          <dd
            className={classNames(
              'num min-w-0 pl-4 break-words',
              props.figures && 'text-right',
              item.total && 'mt-0.5 border-t pt-2 font-semibold',
            )}
          >
            {item.value}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
