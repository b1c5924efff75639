import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import type { ImportDetail } from '@/lib/exchange/get-import';
import { OUTCOMES } from '@/lib/exchange/import-state';

/** What became of the rows, or would; the refused ones with why. */
export function RecordReport({
  found,
  slug,
  planned,
}: {
  found: ImportDetail;
  slug: string;
  planned: boolean;
}) {
  const t = useTranslations('imports.records');
  const all = useTranslations();
  const counts = found.counts ?? {};
  const refused = counts.refused ?? 0;
  return (
    <>
      <Card title={planned ? t('planned') : t('done')}>
        <DescriptionList
          figures
          items={OUTCOMES.filter((outcome) => counts[outcome]).map((outcome) => ({
            key: outcome,
            term: all(`exchange.outcomes.${outcome}`),
            value: <Quantity value={counts[outcome] ?? 0} />,
          }))}
        />
      </Card>
      {refused > 0 ? (
        <Card
          title={t('refused')}
          note={t('shown', { shown: found.refused.length, refused })}
          actions={
            <a
              className="text-accent underline-offset-2 hover:underline"
              href={`/${slug}/imports/${found.id}/rows`}
              download
            >
              {t('download')}
            </a>
          }
          flush
        >
          <ul>
            {found.refused.map(({ row, reason }) => (
              <li key={row} className="flex gap-3 border-b px-4 py-2 last:border-b-0">
                <span className="num shrink-0 text-ink-2">{t('row', { row })}</span>
                <span className="min-w-0 break-words">{reason ? all(reason.key, reason.params) : null}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
