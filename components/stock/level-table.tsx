import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Quantity } from '@/components/format/quantity';
import { Card } from '@/components/ui/card';
import type { StockLevel, VariantStock } from '@/lib/stock/variant-stock';

const UNITS = ['available', 'allocated', 'damaged', 'quarantine', 'onHand', 'safetyStock'] as const;
/** Columns that say nothing while they are empty everywhere. */
const RARE: readonly string[] = ['damaged', 'quarantine'];

/** What there is of a variant at every warehouse, with what may be done there. */
export function LevelTable(props: {
  stock: VariantStock;
  /** The buttons of one warehouse. */
  actions: (level: StockLevel) => ReactNode;
}) {
  const t = useTranslations('stock');
  const { stock } = props;
  const units = UNITS.filter((unit) => !RARE.includes(unit) || stock.total[unit] > 0);
  return (
    <Card title={t('level.title')} note={t('level.note', { available: stock.total.available })} flush>
      <div className="overflow-x-auto max-sm:hidden [&_thead_th]:static!">
        <table className="data-table">
          <caption className="sr-only">{t('level.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('columns.warehouse')}</th>
              {units.map((unit) => (
                <th key={unit} scope="col" className="right">
                  {t(`columns.${unit}`)}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">{t('columns.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {stock.levels.map((level) => (
              <tr key={level.warehouseId}>
                <td className="font-medium">
                  <WarehouseName level={level} />
                  {level.bin ? (
                    <span className="code ml-2 font-normal text-ink-2" title={t('columns.bin')}>
                      {level.bin}
                    </span>
                  ) : null}
                </td>
                {units.map((unit) => (
                  <td key={unit} className="right">
                    <Quantity value={level[unit]} />
                  </td>
                ))}
                <td>
                  <span className="flex justify-end gap-1.5">{props.actions(level)}</span>
                </td>
              </tr>
            ))}
          </tbody>
          {stock.levels.length > 1 ? (
            <tfoot>
              <tr className="font-semibold">
                <td>{t('level.total')}</td>
                {units.map((unit) => (
                  <td key={unit} className="right">
                    <Quantity value={stock.total[unit]} />
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          ) : null}
        </table>
      </div>
      <ul className="divide-y sm:hidden">
        {stock.levels.map((level) => (
          <li key={level.warehouseId} className="flex flex-col gap-2.5 px-4 py-3">
            <span className="font-medium">
              <WarehouseName level={level} />
            </span>
            <dl className="grid grid-cols-2 gap-x-6 gap-y-1">
              {units.map((unit) => (
                <div key={unit} className="flex justify-between gap-2">
                  <dt className="text-ink-2">{t(`columns.${unit}`)}</dt>
                  <dd>
                    <Quantity value={level[unit]} />
                  </dd>
                </div>
              ))}
              <div className="flex justify-between gap-2">
                <dt className="text-ink-2">{t('columns.bin')}</dt>
                <dd className="code">{level.bin || '–'}</dd>
              </div>
            </dl>
            <span className="flex flex-wrap gap-1.5">{props.actions(level)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function WarehouseName({ level }: { level: StockLevel }) {
  const t = useTranslations('stock');
  return (
    <>
      {level.warehouse}
      {level.active ? null : <span className="font-normal text-ink-3"> {t('level.closed')}</span>}
    </>
  );
}
