import type { ShellStore } from './shell-props';

/** The store's initials on its colour. */
export function StoreMark(props: { store: ShellStore }) {
  const { color, initials } = props.store;
  return (
    <span
      aria-hidden="true"
      className={`grid size-[26px] shrink-0 place-items-center rounded-[6px] text-xs font-semibold ${color ? 'text-white' : 'bg-ink text-paper'}`}
      style={color ? { background: color } : undefined}
    >
      {initials}
    </span>
  );
}
