import { Upload } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Quantity } from '@/components/format/quantity';
import { When } from '@/components/format/when';
import { StageBadge } from '@/components/imports/stage-badge';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkButton } from '@/components/ui/link-button';
import { PageHeader } from '@/components/ui/page-header';
import { stageOf } from '@/lib/exchange/import-stage';
import { type ListedImport, listImports } from '@/lib/exchange/list-imports';
import { storePage } from '@/lib/web/store-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportsPage(props: { params: Promise<{ store: string }> }) {
  const { store: slug } = await props.params;
  const { ctx, store, now } = await storePage(slug, 'data.import');
  const [t, rows] = await Promise.all([getTranslations('imports'), listImports(ctx)]);
  const path = `/${slug}/imports`;
  const start = (
    <LinkButton href={`${path}/new`} variant="primary">
      <Upload aria-hidden="true" />
      {t('new.title')}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={start} />
      <DataTable
        caption={t('title')}
        columns={[
          { key: 'file', header: t('list.file'), cell: (row: ListedImport) => row.fileName },
          { key: 'kind', header: t('list.kind'), cell: (row) => t(`kinds.${row.kind}.name`) },
          { key: 'stage', header: t('list.stage'), cell: (row) => <StageBadge stage={stageOf(row)} /> },
          {
            key: 'rows',
            header: t('list.rows'),
            right: true,
            cell: (row) => (row.stagedRows > 0 ? <Quantity value={row.stagedRows} /> : '–'),
          },
          {
            key: 'when',
            header: t('list.when'),
            cell: (row) => <When at={row.createdAt} now={now} timeZone={store.timeZone} />,
          },
        ]}
        rows={rows}
        rowId={(row) => row.id}
        rowHref={(row) => `${path}/${row.id}`}
        footer={
          rows.length === 0 ? (
            <EmptyState title={t('empty.title')} actions={start}>
              {t('empty.body')}
            </EmptyState>
          ) : null
        }
      />
    </>
  );
}
