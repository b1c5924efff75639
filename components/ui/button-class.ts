import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

const BASE =
  'inline-flex shrink-0 items-center justify-center gap-[7px] border font-medium whitespace-nowrap select-none transition-colors [&_svg]:shrink-0';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-accent-ink hover:border-accent-hover hover:bg-accent-hover',
  default: 'border-line-strong bg-surface text-ink shadow-rest hover:bg-sunken',
  quiet: 'border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border-bad bg-bad text-bad-ink hover:border-bad-hover hover:bg-bad-hover',
};

const BLOCKED = 'cursor-not-allowed border-line bg-sunken text-ink-3 shadow-none';
const BLOCKED_QUIET = 'cursor-not-allowed border-transparent bg-transparent text-ink-3';

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 rounded-[6px] px-2.5 text-13 [&_svg]:size-3.5',
  medium: 'h-8 rounded-control px-3 text-sm [&_svg]:size-[15px]',
  large: 'h-12 rounded-[10px] px-5 text-base [&_svg]:size-5',
};

/** The look of a button, for whatever element is one. */
export function buttonClass(
  look: {
    variant?: ButtonVariant | undefined;
    size?: ButtonSize | undefined;
    blocked?: boolean | undefined;
    className?: string | undefined;
  } = {},
): string {
  const variant = look.variant ?? 'default';
  const blocked = variant === 'quiet' ? BLOCKED_QUIET : BLOCKED;
  return classNames(
    BASE,
    SIZES[look.size ?? 'medium'],
    look.blocked ? blocked : VARIANTS[variant],
    look.className,
  );
}
