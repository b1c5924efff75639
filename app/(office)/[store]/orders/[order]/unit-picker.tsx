'use client';

import { useTranslations } from 'next-intl';
import { NumberInput } from '@/components/ui/number-input';

export interface UnitChoice {
  id: string;
  name: string;
  sku: string;
  most: number;
}

/** How many units of each line. */
export function UnitPicker(props: {
  legend: string;
  choices: readonly UnitChoice[];
  units: Readonly<Record<string, number>>;
  onChange: (units: Record<string, number>) => void;
}) {
  const t = useTranslations('order-desk');
  return (
    <fieldset>
      <legend className="mb-1 text-13 font-medium">{props.legend}</legend>
      <ul className="divide-y rounded-control border">
        {props.choices.map(({ id, name, sku, most }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-3 px-3 py-2">
            <span className="min-w-0">
              <span className="block break-words">{name}</span>
              <span className="code text-ink-2">{sku}</span>
            </span>
            <span className="flex items-center gap-2">
              <span className="min-w-28">
                <NumberInput
                  label={t('units.of', { name })}
                  min={0}
                  max={most}
                  value={props.units[id] ?? 0}
                  onValueChange={(value) =>
                    props.onChange({ ...props.units, [id]: Math.min(most, Math.max(0, value ?? 0)) })
                  }
                />
              </span>
              <span className="num w-12 text-13 text-ink-3">{t('units.most', { most })}</span>
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** The lines with units, as a verb wants them. */
export function chosenUnits<Id extends string>(
  choices: readonly { id: Id }[],
  units: Readonly<Record<string, number>>,
) {
  return choices.flatMap(({ id }) => {
    const quantity = units[id] ?? 0;
    return quantity > 0 ? [{ lineId: id, quantity }] : [];
  });
}

export const unitCount = (units: readonly { quantity: number }[]) =>
  units.reduce((sum, { quantity }) => sum + quantity, 0);
