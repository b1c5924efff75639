/** How far something is; without `max` it only says that it runs. */
export function Progress(props: { label: string; value?: number; max?: number }) {
  const known = props.value !== undefined && props.max !== undefined && props.max > 0;
  const percent = known ? Math.min(100, Math.round(((props.value ?? 0) / (props.max ?? 1)) * 100)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(known ? { 'aria-valuenow': percent } : {})}
      className="h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <div
        className={`h-full rounded-full bg-accent transition-[width] ${known ? '' : 'w-1/3 animate-pulse'}`}
        style={known ? { width: `${percent}%` } : undefined}
      />
    </div>
  );
}
