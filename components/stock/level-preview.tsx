'use client';

import { useTranslations } from 'next-intl';
import { Quantity } from '@/components/format/quantity';

export type LevelUnits = { available: number; allocated: number; damaged: number; onHand: number };

/** What a level is and what it will be, before anything happens. */
export function LevelPreview(props: { before: LevelUnits; after: LevelUnits }) {
  const t = useTranslations('stock');
  const { before, after } = props;
  const rows = (['available', 'allocated', 'damaged', 'onHand'] as const).filter(
    (unit) => unit === 'available' || unit === 'onHand' || before[unit] > 0 || after[unit] > 0,
  );
  return (
    <section aria-label={t('preview.title')} className="rounded-control border bg-sunken px-3 py-2.5">
      <table className="w-full text-13">
        <thead>
          <tr className="text-ink-3">
            <th scope="col" className="pb-1 text-left font-normal">
              {t('preview.title')}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {t('preview.now')}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {t('preview.then')}
            </th>
            <th scope="col" className="pb-1 text-right font-normal">
              {t('preview.change')}
            </th>
          </tr>
        </thead>
        <tbody aria-live="polite">
          {rows.map((unit) => (
            <tr key={unit}>
              <th scope="row" className="py-0.5 text-left font-medium">
                {t(`columns.${unit}`)}
              </th>
              <td className="text-right text-ink-2">
                <Quantity value={before[unit]} />
              </td>
              <td className={`text-right font-medium ${after[unit] < 0 ? 'text-bad' : ''}`}>
                <Quantity value={after[unit]} />
              </td>
              <td className="text-right text-ink-2">
                {after[unit] === before[unit] ? '–' : <Quantity value={after[unit] - before[unit]} signed />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {after.available < 0 ? (
        <p role="status" className="mt-1.5 text-13 text-bad">
          {t('preview.tooFew', { left: before.available })}
        </p>
      ) : null}
    </section>
  );
}
