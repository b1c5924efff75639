import { useTranslations } from 'next-intl';
import type { ImportStage } from '@/lib/exchange/import-stage';

const LOOK: Record<ImportStage, readonly [tone: string, fill: string]> = {
  map: ['bg-warn-soft text-warn', 'empty'],
  reading: ['bg-info-soft text-info', 'half'],
  report: ['bg-warn-soft text-warn', 'half'],
  writing: ['bg-info-soft text-info', 'half'],
  paused: ['bg-mute-soft text-ink-2', 'half'],
  stopped: ['bg-bad-soft text-bad', 'empty'],
  result: ['bg-good-soft text-good', 'full'],
  undoing: ['bg-info-soft text-info', 'half'],
  undone: ['bg-mute-soft text-ink-2', 'empty'],
};

/** How far an import is, in a word. */
export function StageBadge({ stage }: { stage: ImportStage }) {
  const t = useTranslations('imports');
  const [tone, fill] = LOOK[stage];
  return (
    <span className={`status-dot ${tone}`} data-fill={fill}>
      {t(`stages.${stage}`)}
    </span>
  );
}
