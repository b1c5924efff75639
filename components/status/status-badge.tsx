import { useTranslations } from 'next-intl';
import { isKnownStatus, meaningOf, type StatusKind, type Tone } from './status-meaning';

const TINTS: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  info: 'bg-info-soft text-info',
  mute: 'bg-mute-soft text-ink-2',
};

/**
 * A status as dot, word and tint. For an order's payment and fulfilment pass the value through
 * `paymentBadge()` and `fulfilmentBadge()` first.
 */
export function StatusBadge(props: { kind: StatusKind; value: string }) {
  const t = useTranslations('status');
  const [tone, fill] = meaningOf(props.kind, props.value);
  const word = isKnownStatus(props.kind, props.value)
    ? t(`${props.kind}.${props.value}`)
    : props.value.replaceAll('_', ' ');
  return (
    <span className={`status-dot ${TINTS[tone]}`} data-fill={fill}>
      {word}
    </span>
  );
}
