import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Money } from '@/components/format/money';
import { PERMISSIONS, ROLE_LIMITS, ROLE_NAMES, ROLE_TABLE } from '@/lib/access/permissions';

/** Who may what, as the code decides it: printed from the same table the verbs ask. */
export function RoleTable(props: { currency: string }) {
  const t = useTranslations('settings.team');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={t('permission')}>
      <table className="data-table min-w-[52rem] [&_th]:static!">
        <caption className="sr-only">{t('tableTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {ROLE_NAMES.map((role) => (
              <th key={role} scope="col" className="text-center!">
                {t(`roles.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.map((permission) => (
            <tr key={permission}>
              <th scope="row" className="text-sm! font-normal! whitespace-normal! text-ink!">
                {t(`permissions.${permission.replace('.', '_')}`)}
              </th>
              {ROLE_NAMES.map((role) => (
                <td key={role} className="text-center!">
                  {ROLE_TABLE[permission].includes(role) ? (
                    <Mark permission={permission} role={role} currency={props.currency} />
                  ) : (
                    <span className="sr-only">{t('no')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Mark(props: { permission: string; role: (typeof ROLE_NAMES)[number]; currency: string }) {
  const t = useTranslations('settings.team');
  const limits = ROLE_LIMITS[props.role] ?? {};
  const limit =
    props.permission === 'payment.refund' && limits.refundMinor !== undefined ? (
      <Money minor={limits.refundMinor} currency={props.currency} />
    ) : props.permission === 'order.discount' && limits.discountPercent !== undefined ? (
      <span className="num">{t('percent', { percent: limits.discountPercent })}</span>
    ) : null;
  return limit ? (
    <span className="text-xs whitespace-nowrap">{t.rich('upTo', { limit: () => limit })}</span>
  ) : (
    <>
      <Check aria-hidden="true" className="inline size-4 text-good" />
      <span className="sr-only">{t('yes')}</span>
    </>
  );
}
