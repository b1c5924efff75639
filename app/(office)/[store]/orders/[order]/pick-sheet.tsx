'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RadioGroup } from '@/components/ui/radio-group';
import { newId } from '@/lib/core/ids';
import { pick } from '../actions';
import { ActSheet } from './act-sheet';
import { chosenUnits, UnitPicker, unitCount } from './unit-picker';
import { useDesk } from './use-desk';

/** Units of one warehouse into a parcel. */
export function PickSheet({ of }: { of: string }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const [shipmentId] = useState(() => newId('shp'));
  const [houseId, setHouse] = useState(
    desk.houses.find(({ id }) => id === of)?.id ?? desk.houses[0]?.id ?? '',
  );
  const house = desk.houses.find(({ id }) => id === houseId);
  const choices = desk.lines.flatMap((line) => {
    const here = line.promised.find(({ warehouseId }) => warehouseId === houseId);
    return here ? [{ id: line.id, name: line.name, sku: line.sku, most: here.quantity }] : [];
  });
  const all = Object.fromEntries(choices.map(({ id, most }) => [id, most]));
  const [edited, setEdited] = useState<{ house: string; units: Record<string, number> } | null>(null);
  const units = edited?.house === houseId ? edited.units : all;
  const lines = chosenUnits(choices, units);
  const everything = !desk.whole && edited === null;
  const count = everything ? (house?.units ?? 0) : unitCount(lines);
  const warehouse = house?.name ?? '';

  return (
    <ActSheet
      says={{
        title: t('pick.title'),
        submit: t('pick.submit', { count, warehouse }),
        done: t('pick.done', { count }),
      }}
      blocked={count === 0 || !house ? t('units.none') : null}
      effects={[t('pick.leave', { count, warehouse }), t('pick.stock'), t('pick.undo')]}
      send={() =>
        pick(desk.slug, {
          orderId: desk.id,
          shipmentId,
          warehouseId: house?.id ?? 'whs_',
          lines: everything ? 'all' : lines,
          version: desk.version,
        })
      }
    >
      {desk.houses.length > 1 ? (
        <RadioGroup
          legend={t('pick.from')}
          name="warehouse"
          value={houseId}
          onValueChange={setHouse}
          options={desk.houses.map(({ id, name, units: here }) => ({
            value: id,
            label: name,
            help: t('pick.here', { count: here }),
          }))}
        />
      ) : null}
      <UnitPicker
        legend={t('pick.units')}
        choices={choices}
        units={units}
        onChange={(next) => setEdited({ house: houseId, units: next })}
      />
    </ActSheet>
  );
}
