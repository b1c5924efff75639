import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page-header';
import { storePage } from '@/lib/web/store-page';
import { DraftEditor } from '../_editor/draft-editor';
import { newEditor } from '../_editor/open-editor';
import { orNotFound } from '../[order]/open-order';

type Props = { params: Promise<{ store: string }>; searchParams: Promise<{ customer?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('orders');
  return { title: t('newOrder') };
}

export default async function NewOrderPage(props: Props) {
  const [{ store: slug }, { customer }] = await Promise.all([props.params, props.searchParams]);
  const { ctx } = await storePage(slug, 'order.write');
  const t = await getTranslations('orders');
  const editor = await orNotFound(() => newEditor(ctx, typeof customer === 'string' ? customer : null));
  return (
    <>
      <PageHeader title={t('newOrder')} back={{ href: `/${slug}/orders`, label: t('title') }} />
      <DraftEditor key="new" {...editor} />
    </>
  );
}
