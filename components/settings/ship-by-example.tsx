'use client';

import { useTranslations } from 'next-intl';
import { When } from '@/components/format/when';
import { Notice } from '@/components/ui/notice';
import { type HandlingRules, shipBy } from '@/lib/stores/ship-by';

/** The rules as typed, said for an order confirmed this moment. */
export function ShipByExample(props: { rules: HandlingRules; now: Date }) {
  const t = useTranslations('settings.handling');
  const { rules, now } = props;
  const readable = /^\d\d:\d\d$/.test(rules.cutOff) && rules.workingDays.length > 0;
  return (
    <div aria-live="polite">
      <Notice tone="info">
        {readable
          ? t.rich('example', {
              when: () => (
                <When
                  at={shipBy(now, rules)}
                  now={now}
                  timeZone={rules.timeZone}
                  style="weekday"
                  className="font-medium"
                />
              ),
            })
          : t('noExample')}
      </Notice>
    </div>
  );
}
