import type { ReactNode } from 'react';

/** The frame of empty, error and forbidden states: what is, then what to do. */
export function StatePanel(props: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** A page of its own carries the page's heading. */
  asPage?: boolean;
}) {
  const Heading = props.asPage ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center">
      {props.icon ? (
        <span className="mb-3 text-ink-3 [&_svg]:size-6 [&_svg]:stroke-[1.5]">{props.icon}</span>
      ) : null}
      <Heading className="text-base font-semibold">{props.title}</Heading>
      {props.children ? <div className="mt-1 text-ink-2">{props.children}</div> : null}
      {props.actions ? <div className="mt-4 flex flex-wrap justify-center gap-2">{props.actions}</div> : null}
    </div>
  );
}
