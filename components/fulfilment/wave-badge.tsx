import { useTranslations } from 'next-intl';
import type { MemberStatus, WaveStatus } from '@/lib/fulfilment/wave-state';

const LOOKS: Record<WaveStatus, { tint: string; fill: string }> = {
  open: { tint: 'bg-info-soft text-info', fill: 'half' },
  closed: { tint: 'bg-good-soft text-good', fill: 'full' },
  canceled: { tint: 'bg-mute-soft text-ink-2', fill: 'empty' },
};

export function WaveBadge({ status }: { status: WaveStatus }) {
  const t = useTranslations('fulfilment.wave.status');
  const { tint, fill } = LOOKS[status];
  return (
    <span className={`status-dot ${tint}`} data-fill={fill}>
      {t(status)}
    </span>
  );
}

const MEMBER_LOOKS: Record<MemberStatus, { tint: string; fill: string }> = {
  waiting: { tint: 'bg-mute-soft text-ink-2', fill: 'empty' },
  picked: { tint: 'bg-good-soft text-good', fill: 'full' },
  skipped: { tint: 'bg-warn-soft text-warn', fill: 'half' },
};

/** What became of an order of a wave. */
export function MemberBadge({ status }: { status: MemberStatus }) {
  const t = useTranslations('fulfilment.wave.member');
  const { tint, fill } = MEMBER_LOOKS[status];
  return (
    <span className={`status-dot ${tint}`} data-fill={fill}>
      {t(status)}
    </span>
  );
}
