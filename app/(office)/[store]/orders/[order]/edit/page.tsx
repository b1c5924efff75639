import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page-header';
import { DomainError } from '@/lib/core/errors';
import { isId } from '@/lib/core/ids';
import { storePage } from '@/lib/web/store-page';
import { DraftEditor } from '../../_editor/draft-editor';
import { openEditor } from '../../_editor/open-editor';
import { orNotFound } from '../open-order';

type Props = { params: Promise<{ store: string; order: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('draftName') };
}

export default async function EditOrderPage(props: Props) {
  const { store: slug, order } = await props.params;
  const { ctx } = await storePage(slug, 'order.write');
  if (!isId('ord', order)) notFound();
  const t = await getTranslations('orders');
  const editor = await orNotFound(() => openEditor(ctx, order)).catch((error: unknown) => {
    // Placed meanwhile: its page says the rest.
    if (error instanceof DomainError && error.code === 'CONFLICT') redirect(`/${slug}/orders/${order}`);
    throw error;
  });
  return (
    <>
      <PageHeader
        title={t('draftName')}
        back={{ href: `/${slug}/orders?view=drafts`, label: t('views.drafts') }}
      />
      <DraftEditor key={editor.id} {...editor} />
    </>
  );
}
