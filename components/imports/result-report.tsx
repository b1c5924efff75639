import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import { Card } from '@/components/ui/card';
import { DescriptionList } from '@/components/ui/description-list';
import { Notice } from '@/components/ui/notice';
import { holds, type ImportReport } from '@/lib/exchange/import-report';
import { AmountE4 } from './amount-e4';

/** What an import of orders came to, to the penny. */
export function ResultReport({
  slug,
  importId,
  report,
  gone,
}: {
  slug: string;
  importId: string;
  report: ImportReport;
  /** Undone: what it says is history, and its rows are no longer there. */
  gone: boolean;
}) {
  const t = useTranslations('exchange.report');
  const words = useTranslations('exchange');
  const own = useTranslations('imports.result');
  const { file, imported, setAside, known, currency } = report;
  const money = (value: number) => <AmountE4 value={value} currency={currency} />;
  return (
    <>
      {gone ? (
        <Notice>{own('gone')}</Notice>
      ) : (
        <Notice tone={holds(report) ? 'good' : 'bad'}>{holds(report) ? own('holds') : own('fails')}</Notice>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={own('proof')}>
          <DescriptionList
            figures
            items={[
              { key: 'file', term: t('file'), value: money(file.amountE4) },
              { key: 'orders', term: t('orders'), value: money(imported.totalE4) },
              { key: 'credits', term: t('credits'), value: money(imported.creditsE4) },
              { key: 'refunds', term: t('refunds'), value: money(-imported.refundsE4) },
              { key: 'setAside', term: t('setAside'), value: money(setAside.amountE4) },
              { key: 'known', term: t('known'), value: money(known.amountE4) },
              { key: 'rounding', term: t('rounding'), value: money(report.roundingE4) },
              { key: 'difference', term: t('difference'), value: money(report.differenceE4), total: true },
            ]}
          />
        </Card>
        <Card title={own('made')}>
          <DescriptionList
            items={[
              { key: 'file', term: t('file'), value: t('fileDetail', file) },
              { key: 'orders', term: t('orders'), value: t('ordersDetail', imported) },
              { key: 'credits', term: t('credits'), value: t('creditsDetail', imported) },
              { key: 'refunds', term: t('refunds'), value: t('refundsDetail', imported) },
              { key: 'people', term: own('people'), value: t('people', imported) },
              {
                key: 'aside',
                term: t('setAside'),
                value:
                  setAside.rows === 0 || gone ? (
                    t('rows', { rows: setAside.rows })
                  ) : (
                    <a
                      className="text-accent underline-offset-2 hover:underline"
                      href={`/${slug}/imports/${importId}/rows`}
                      download
                    >
                      {own('download', { rows: setAside.rows })}
                    </a>
                  ),
              },
            ]}
          />
        </Card>
      </div>
      <Card title={own('rules')} flush>
        <ul>
          {report.rules.map((rule) => (
            <li
              key={rule.rule}
              className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b px-4 py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_8rem_9rem]"
            >
              <span>{words(`rules.${rule.rule}`)}</span>
              <span className="num text-right text-ink-2 max-sm:hidden">
                <Quantity value={rule.rows} />
              </span>
              <span className="num text-right">{money(rule.amountE4)}</span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}
