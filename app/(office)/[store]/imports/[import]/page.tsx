import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MappingForm } from '@/components/imports/mapping-form';
import { RecordReport } from '@/components/imports/record-report';
import { ResultReport } from '@/components/imports/result-report';
import { RuleReport } from '@/components/imports/rule-report';
import { RunCard } from '@/components/imports/run-card';
import { StageBadge } from '@/components/imports/stage-badge';
import { UndoCard } from '@/components/imports/undo-card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { Ctx } from '@/lib/core/ctx';
import { parseId } from '@/lib/core/ids';
import { getImport, type ImportDetail, offerMapping } from '@/lib/exchange/get-import';
import { mayRemap, stageOf } from '@/lib/exchange/import-stage';
import { previewUpload } from '@/lib/exchange/preview-upload';
import { orNotFound } from '@/lib/web/or-not-found';
import { storePage } from '@/lib/web/store-page';
import { check, confirm, drop, pause, remap, resume, undo } from '../actions';

type Props = { params: Promise<{ store: string; import: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportPage({ params }: Props) {
  const { store: slug, import: id } = await params;
  const { ctx } = await storePage(slug, 'data.import');
  const [t, found] = await Promise.all([
    getTranslations('imports'),
    orNotFound(async () => getImport(ctx, parseId('imp', id))),
  ]);
  const stage = stageOf(found);
  const subtitle = [t(`kinds.${found.kind}.name`), found.source].filter(Boolean).join(' · ');
  return (
    <>
      <PageHeader
        title={found.fileName}
        back={{ href: `/${slug}/imports`, label: t('title') }}
        badges={<StageBadge stage={stage} />}
        subtitle={subtitle}
      />
      <div className="flex flex-col gap-4">
        {found.failure ? <Failure failure={found.failure} /> : null}
        {stage === 'map' ? <Mapping ctx={ctx} slug={slug} found={found} /> : null}
        {stage === 'map' || stage === 'result' || stage === 'undone' ? null : (
          <RunCard
            slug={slug}
            importId={found.id}
            stage={stage}
            remappable={mayRemap(found)}
            counts={found.progress}
            acts={{ confirm, pause, resume, remap }}
          />
        )}
        {stage === 'report' && found.judged ? <RuleReport found={found} /> : null}
        {found.counts ? <RecordReport found={found} slug={slug} planned={stage !== 'result'} /> : null}
        {found.report ? (
          <ResultReport slug={slug} importId={found.id} report={found.report} gone={stage === 'undone'} />
        ) : null}
        {found.report && stage === 'result' ? <UndoCard slug={slug} importId={found.id} undo={undo} /> : null}
      </div>
    </>
  );
}

async function Failure({ failure }: { failure: NonNullable<ImportDetail['failure']> }) {
  const all = await getTranslations();
  return (
    <Notice tone="bad" alert>
      {all(failure.key, failure.params)}
    </Notice>
  );
}

async function Mapping({ ctx, slug, found }: { ctx: Ctx; slug: string; found: ImportDetail }) {
  const mapping = await offerMapping(ctx, found);
  const preview = await previewUpload(ctx, { importId: found.id, given: mapping.format });
  return (
    <MappingForm
      slug={slug}
      upload={{ importId: found.id, version: found.version }}
      mapping={mapping}
      preview={preview}
      terms={{
        currency: mapping.currency ?? found.currency,
        timeZone: mapping.timeZone ?? found.timeZone,
      }}
      zones={Intl.supportedValuesOf('timeZone')}
      acts={{ check, drop }}
    />
  );
}
