import { useTranslations } from 'next-intl';
import { Money } from '@/components/format/money';
import type { Member } from '@/lib/access/list-members';
import { ROLE_LIMITS } from '@/lib/access/permissions';

/** How far a person's role reaches: their own limits, else the role's. */
export function MemberLimits(props: { member: Member; currency: string }) {
  const t = useTranslations('settings.team');
  const { role, limits } = props.member;
  const { refundMinor, discountPercent } = { ...ROLE_LIMITS[role], ...limits };
  if (refundMinor === undefined && discountPercent === undefined) return '–';
  return (
    <span className="flex flex-wrap gap-x-3">
      {refundMinor === undefined ? null : (
        <span>
          {t.rich('refundUpTo', { limit: () => <Money minor={refundMinor} currency={props.currency} /> })}
        </span>
      )}
      {discountPercent === undefined ? null : <span>{t('discountUpTo', { percent: discountPercent })}</span>}
    </span>
  );
}
