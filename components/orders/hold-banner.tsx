import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { When } from '@/components/format/when';
import { Notice } from '@/components/ui/notice';
import type { Hold } from '@/lib/orders/read-hold';

/** Says why the order stands still, and how it goes on. */
export function HoldBanner(props: { hold: Hold; now: Date; timeZone: string; actions: ReactNode }) {
  const t = useTranslations('orders');
  const { hold, now, timeZone } = props;
  const at = () => <When at={hold.heldAt} now={now} timeZone={timeZone} style="dateTime" />;
  return (
    <div className="mb-4">
      <Notice
        tone="warn"
        title={t('hold.title', { reason: t(`holds.${hold.reason}`) })}
        actions={props.actions}
      >
        {hold.note ? `${hold.note} ` : ''}
        <span className="text-ink-2">
          {hold.by ? t.rich('hold.by', { name: hold.by, at }) : t.rich('hold.since', { at })}
        </span>
      </Notice>
    </div>
  );
}
