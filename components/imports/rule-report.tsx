import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';
import { Card } from '@/components/ui/card';
import type { ImportDetail } from '@/lib/exchange/get-import';
import type { JudgedRule } from '@/lib/exchange/import-report';
import { AmountE4 } from './amount-e4';
import { ScrollBox } from './scroll-box';

/** What each rule would do with the file's rows, with some of them. */
export function RuleReport({ found }: { found: ImportDetail }) {
  const t = useTranslations('imports.report');
  return (
    <Card title={t('title')} note={t('note')} flush>
      <ul>
        {(found.judged ?? []).map((rule) => (
          <li key={rule.rule} className="border-b last:border-b-0">
            <Rule rule={rule} currency={found.currency} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Rule({ rule, currency }: { rule: JudgedRule; currency: string }) {
  const t = useTranslations('imports.report');
  const words = useTranslations('exchange.rules');
  return (
    <details className="group">
      <summary className="grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_8rem_9rem]">
        <span className="flex items-center gap-1.5 font-medium">
          <ChevronRight
            aria-hidden="true"
            className="size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-90"
          />
          {words(rule.rule)}
        </span>
        <span className="num text-right text-ink-2 max-sm:order-last max-sm:col-span-2 max-sm:text-left">
          {t('rows', { rows: rule.rows })}
        </span>
        <span className="num text-right">
          <AmountE4 value={rule.amountE4} currency={currency} />
        </span>
      </summary>
      <div className="px-4 pb-3">
        <ScrollBox label={t('samples')} className="overflow-x-auto">
          <table className="w-full min-w-[36rem] text-13">
            <caption className="sr-only">{t('samples')}</caption>
            <thead className="text-left text-ink-2">
              <tr>
                {(['row', 'document', 'sku', 'item', 'quantity', 'price'] as const).map((key) => (
                  <th key={key} scope="col" className="py-1 pr-3 font-normal">
                    {t(`columns.${key}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rule.samples.map((sample) => (
                <tr key={sample.row} className="border-t">
                  <td className="num py-1 pr-3">{sample.row}</td>
                  <td className="code py-1 pr-3">{sample.document}</td>
                  <td className="code py-1 pr-3">{sample.sku}</td>
                  <td className="max-w-64 truncate py-1 pr-3">{sample.title}</td>
                  <td className="num py-1 pr-3">
                    <Quantity value={sample.quantity} />
                  </td>
                  <td className="num py-1">
                    <AmountE4 value={sample.unitPriceE4} currency={currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </div>
    </details>
  );
}
