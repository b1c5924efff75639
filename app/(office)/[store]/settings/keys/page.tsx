import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { When } from '@/components/format/when';
import { ConfirmAct } from '@/components/settings/confirm-act';
import { CreateKey } from '@/components/settings/create-key';
import { SettingsPage } from '@/components/settings/settings-page';
import { StatusBadge } from '@/components/status/status-badge';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { type ApiKey, listApiKeys } from '@/lib/access/list-api-keys';
import type { Ctx } from '@/lib/core/ctx';
import { storePage } from '@/lib/web/store-page';
import { createApiKeyAction, revokeApiKeyAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings.sections'))('keys') };
}

export default async function KeysPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'apikey.write');
  const [t, keys] = await Promise.all([getTranslations('settings.keys'), listApiKeys(ctx)]);
  return (
    <SettingsPage
      storeSlug={slug}
      section="keys"
      actions={<CreateKey storeSlug={slug} save={createApiKeyAction} />}
    >
      <DataTable
        caption={t('list')}
        columns={await columns(ctx)}
        rows={keys}
        rowId={({ keyId }) => keyId}
        footer={keys.length === 0 ? <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState> : null}
      />
    </SettingsPage>
  );
}

async function columns(ctx: Ctx): Promise<Column<ApiKey>[]> {
  const [t, words] = await Promise.all([
    getTranslations('settings.keys'),
    getTranslations('settings.team.permissions'),
  ]);
  const when = { now: ctx.now, timeZone: ctx.store.timeZone };
  return [
    {
      key: 'name',
      header: t('name'),
      cell: ({ name, shown }) => (
        <span className="block py-1.5">
          <span className="block font-medium">{name}</span>
          <span className="code text-ink-2">{shown}</span>
        </span>
      ),
    },
    {
      key: 'permissions',
      header: t('permissions'),
      className: 'text-ink-2 whitespace-normal! min-w-56',
      cell: ({ permissions }) => (
        <ul className="py-1.5">
          {permissions.map((permission) => (
            <li key={permission}>{words(permission.replace('.', '_'))}</li>
          ))}
        </ul>
      ),
    },
    {
      key: 'state',
      header: t('state'),
      cell: ({ revokedAt }) => <StatusBadge kind="account" value={revokedAt ? 'revoked' : 'active'} />,
    },
    {
      key: 'created',
      header: t('created'),
      className: 'text-ink-2',
      cell: ({ createdAt, createdBy }) =>
        t.rich('createdBy', { when: () => <When at={createdAt} {...when} />, who: createdBy }),
    },
    {
      key: 'used',
      header: t('used'),
      className: 'text-ink-2',
      cell: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} {...when} /> : t('never')),
    },
    {
      key: 'actions',
      header: t('actions'),
      hideHeader: true,
      right: true,
      cell: ({ keyId, name, revokedAt }) =>
        revokedAt ? null : (
          <ConfirmAct
            storeSlug={ctx.store.slug}
            texts={{ title: t('revokeNamed', { name }), note: t('revokeNote'), confirm: t('revoke') }}
            danger
            input={{ keyId }}
            save={revokeApiKeyAction}
            trigger={{ label: t('revoke'), name: t('revokeNamed', { name }), size: 'small' }}
          />
        ),
    },
  ];
}
