'use client';

import { useTranslations } from 'next-intl';
import type { Reason } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast-queue';
import type { ChangeMemberInput } from '@/lib/access/change-member';
import type { Member } from '@/lib/access/list-members';
import { FormInSheet } from './form-in-sheet';
import { textOf } from './form-reading';
import { limitsOf, RoleFields, roleOf } from './role-fields';
import { type Save, useSaving } from './use-saving';

/** Changes what a person may do here, lets them go, takes them back. */
export function MemberActions(props: {
  storeSlug: string;
  currency: string;
  member: Member;
  reason: Reason | null;
  save: Save<ChangeMemberInput, { version: number }>;
}) {
  const t = useTranslations('settings.team');
  const { member, reason } = props;
  const { membershipId, version, role, limits, name } = member;
  const { send } = useSaving(props.storeSlug, async (slug: string, input: ChangeMemberInput) => {
    const result = await props.save(slug, input);
    if (!result.ok) toast({ title: result.message, tone: 'bad' });
    return result;
  });
  const turn = (active: boolean) => send({ membershipId, version, role, limits, active });
  return (
    <div className="flex items-center justify-end gap-1">
      {member.active ? (
        <FormInSheet
          storeSlug={props.storeSlug}
          save={props.save}
          trigger={{ label: t('change'), name: t('changeNamed', { name }), size: 'small', reason }}
          texts={{ title: t('changeNamed', { name }), description: member.email, submit: t('saveMember') }}
          toInput={(form) => ({
            membershipId,
            version,
            role: roleOf(textOf(form, 'role')),
            limits: limitsOf(form),
            active: true,
          })}
        >
          {(errors) => <RoleFields currency={props.currency} granted={{ role, limits }} errors={errors} />}
        </FormInSheet>
      ) : null}
      <ConfirmDialog
        title={t(member.active ? 'removeNamed' : 'returnNamed', { name })}
        confirmLabel={t(member.active ? 'remove' : 'return')}
        danger={member.active}
        onConfirm={() => turn(!member.active)}
        trigger={{
          label: t(member.active ? 'remove' : 'return'),
          name: t(member.active ? 'removeNamed' : 'returnNamed', { name }),
          size: 'small',
          variant: 'quiet',
          reason,
        }}
      >
        {t(member.active ? 'removeNote' : 'returnNote')}
      </ConfirmDialog>
    </div>
  );
}
