import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { When } from '@/components/format/when';
import { Card } from '@/components/ui/card';
import type { WaveDetail } from '@/lib/fulfilment/get-wave';
import { MemberBadge } from './wave-badge';

/** The orders of a wave by their place on the trolley, and what became of each. */
export function WaveOrders(props: { slug: string; wave: WaveDetail; now: Date; timeZone: string }) {
  const t = useTranslations('fulfilment');
  const say = useTranslations();
  const { slug, wave, now, timeZone } = props;
  return (
    <Card title={t('wave.orders')} flush>
      <ol className="divide-y">
        {wave.members.map((member) => (
          <li key={member.orderId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="num w-6 text-ink-3">{member.position}</span>
            <Link
              href={`/${slug}/orders/${member.number}`}
              prefetch={false}
              className="code rounded-[4px] font-medium hover:underline"
            >
              {wave.numberPrefix}
              {member.number}
            </Link>
            <When at={member.shipByAt} now={now} timeZone={timeZone} style="due" />
            <span className="ml-auto">
              <MemberBadge status={member.status} />
            </span>
            {member.reason ? (
              <p className="basis-full pl-9 text-13 text-ink-2">{say(member.reason)}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
