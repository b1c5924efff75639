'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast-queue';
import type { WaveId } from '@/lib/core/ids';
import { useRun } from '../../../orders/[order]/use-run';
import { cancel, close, pickAll } from '../../actions';

/** What ends a round. What became of each order stands beside the round afterwards. */
export function WaveButtons(props: { slug: string; waveId: WaveId; number: number; reason: string | null }) {
  const t = useTranslations('fulfilment.wave');
  const { slug, waveId, number, reason } = props;
  const { pending, run } = useRun(true);
  const end = (how: 'closed' | 'canceled') => async () =>
    run(
      () => (how === 'closed' ? close : cancel)(slug, { waveId }),
      () => toast({ title: t(how, { number }), tone: 'good' }),
    );
  return (
    <>
      {reason ? null : (
        <>
          <ConfirmDialog
            title={t('cancel')}
            confirmLabel={t('cancel')}
            danger
            onConfirm={end('canceled')}
            trigger={{ label: t('cancel'), variant: 'quiet' }}
          >
            {t('cancelBody')}
          </ConfirmDialog>
          <ConfirmDialog
            title={t('close')}
            confirmLabel={t('close')}
            onConfirm={end('closed')}
            trigger={{ label: t('close') }}
          >
            {t('closeBody')}
          </ConfirmDialog>
        </>
      )}
      <Button
        variant="primary"
        disabled={pending}
        reason={reason}
        onClick={() =>
          run(
            () => pickAll(slug, { waveId }),
            ({ picked, skipped, short }) => {
              toast({
                title: t('result', { picked, skipped }),
                tone: skipped === 0 ? 'good' : 'info',
                ...(short > 0 && { description: t('shortBy', { count: short }) }),
              });
            },
          )
        }
      >
        {t('pickAll')}
      </Button>
    </>
  );
}
