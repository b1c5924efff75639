/** The product's own mark and name: what stands where no store does. */
export function Brand(props: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2.5 text-base font-semibold tracking-[-0.01em]">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7">
        <rect width="32" height="32" rx="7" fill="var(--accent)" />
        <path
          d="M6.5 10l4 12L16 12.5 21.5 22l4-12"
          fill="none"
          stroke="var(--accent-ink)"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {props.name}
    </span>
  );
}
