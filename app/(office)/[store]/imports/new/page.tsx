import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { UploadForm } from '@/components/imports/upload-form';
import { Card } from '@/components/ui/card';
import { PageHeader } from '@/components/ui/page-header';
import { env } from '@/lib/core/env';
import { kindsFor } from '@/lib/exchange/allow-kind';
import { storePage } from '@/lib/web/store-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('new.title') };
}

export default async function NewImportPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx } = await storePage(slug, 'data.import');
  const t = await getTranslations('imports');
  return (
    <>
      <PageHeader title={t('new.title')} back={{ href: `/${slug}/imports`, label: t('title') }} />
      <div className="max-w-[44rem]">
        <Card>
          <UploadForm slug={slug} kinds={kindsFor(ctx)} maxMb={env().IMPORT_MAX_MB} />
        </Card>
      </div>
    </>
  );
}
