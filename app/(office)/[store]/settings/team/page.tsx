import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AddMember } from '@/components/settings/add-member';
import { MemberActions } from '@/components/settings/member-actions';
import { MemberLimits } from '@/components/settings/member-limits';
import { RoleTable } from '@/components/settings/role-table';
import { SettingsPage } from '@/components/settings/settings-page';
import { StatusBadge } from '@/components/status/status-badge';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { may } from '@/lib/access/allow';
import { listMembers, type Member } from '@/lib/access/list-members';
import type { Ctx } from '@/lib/core/ctx';
import { storePage } from '@/lib/web/store-page';
import { addMemberAction, changeMemberAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('team') };
}

export default async function TeamPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'settings.read');
  const [t, members] = await Promise.all([getTranslations('settings.team'), listMembers(ctx)]);
  const reason = may(ctx, 'team.write') ? null : { text: t('onlyOwners') };
  const { currency } = ctx.store;
  return (
    <SettingsPage
      storeSlug={slug}
      section="team"
      actions={<AddMember storeSlug={slug} currency={currency} reason={reason} save={addMemberAction} />}
    >
      <div className="flex flex-col gap-4">
        <DataTable
          caption={t('list')}
          columns={await columns(ctx)}
          rows={members}
          rowId={({ membershipId }) => membershipId}
        />
        <Card title={t('tableTitle')} note={t('tableNote')} flush>
          <RoleTable currency={currency} />
        </Card>
      </div>
    </SettingsPage>
  );
}

async function columns(ctx: Ctx): Promise<Column<Member>[]> {
  const t = await getTranslations('settings.team');
  const { slug, currency } = ctx.store;
  const reason = may(ctx, 'team.write') ? null : { text: t('onlyOwners') };
  return [
    {
      key: 'name',
      header: t('person'),
      cell: ({ name, email }) => (
        <span className="block py-1.5">
          <span className="block font-medium">{name}</span>
          <span className="block text-13 text-ink-2">{email}</span>
        </span>
      ),
    },
    { key: 'role', header: t('role'), cell: ({ role }) => t(`roles.${role}`) },
    {
      key: 'limits',
      header: t('limits'),
      className: 'text-ink-2 max-sm:hidden',
      cell: (member) => <MemberLimits member={member} currency={currency} />,
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ active, disabled }) => (
        <StatusBadge kind="account" value={active && !disabled ? 'active' : 'disabled'} />
      ),
    },
    {
      key: 'actions',
      header: t('actions'),
      hideHeader: true,
      right: true,
      cell: (member) => (
        <MemberActions
          storeSlug={slug}
          currency={currency}
          member={member}
          reason={reason}
          save={changeMemberAction}
        />
      ),
    },
  ];
}
