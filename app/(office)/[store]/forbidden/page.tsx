import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ForbiddenState } from '@/components/ui/forbidden-state';
import { LinkButton } from '@/components/ui/link-button';
import { may } from '@/lib/access/allow';
import { PERMISSIONS } from '@/lib/access/permissions';
import { storePage } from '@/lib/web/store-page';

type Props = { params: Promise<{ store: string }>; searchParams: Promise<{ needs?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ui');
  return { title: t('forbidden.title') };
}

/** Where a page sends somebody whose role does not reach it; it says which permission is wanting. */
export default async function ForbiddenPage(props: Props) {
  const { store: slug } = await props.params;
  const { needs } = await props.searchParams;
  const { ctx } = await storePage(slug);
  const permission = PERMISSIONS.find((known) => known === needs);
  if (permission && may(ctx, permission)) redirect(`/${slug}`);
  const t = await getTranslations('access');
  const role = ctx.actor.kind === 'staff' ? ctx.actor.role : '';
  return (
    <ForbiddenState actions={<LinkButton href={`/${slug}/orders`}>{t('forbidden.back')}</LinkButton>}>
      {permission
        ? t('forbidden.body', {
            role: t(`roles.${role}.name`),
            permission: t(`permissions.${permission}`),
          })
        : t('forbidden.plain')}
    </ForbiddenState>
  );
}
