/** A person by initials; the name stands beside it or in the control around it. */
export function Avatar(props: { initials: string; size?: 'small' | 'large' }) {
  const size = props.size === 'large' ? 'size-9 text-sm' : 'size-[26px] text-[11px]';
  return (
    <span
      aria-hidden="true"
      className={`inline-grid shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent ${size}`}
    >
      {props.initials}
    </span>
  );
}
