import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page-header';
import { storePage } from '@/lib/web/store-page';
import { PasteForm } from './paste-form';

type Props = { params: Promise<{ store: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('fulfilment'))('paste.title') };
}

export default async function PastePage({ params }: Props) {
  const { store: slug } = await params;
  await storePage(slug, 'shipment.write');
  const t = await getTranslations('fulfilment');
  return (
    <>
      <PageHeader
        title={t('paste.title')}
        back={{ href: `/${slug}/fulfilment/ship`, label: t('queues.ship') }}
        subtitle={t('paste.intro')}
      />
      <PasteForm slug={slug} />
    </>
  );
}
