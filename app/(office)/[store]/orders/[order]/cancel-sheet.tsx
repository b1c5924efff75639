'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { NativeSelect } from '@/components/ui/native-select';
import { newId } from '@/lib/core/ids';
import { CANCEL_REASONS } from '@/lib/orders/order-state';
import { dueWithout } from '@/lib/orders/preview-money';
import { cancel } from '../actions';
import { ActSheet } from './act-sheet';
import type { Desk, DeskLine } from './desk';
import { useMoney } from './money-sheets';
import { chosenUnits, UnitPicker, unitCount } from './unit-picker';
import { useDesk } from './use-desk';

/** The whole order, or some of the units that wait; what was paid for them can go back in the same act. */
export function CancelSheet({ whole }: { whole: boolean }) {
  const t = useTranslations('order-desk');
  const { desk } = useDesk();
  const money = useMoney();
  const [refundId] = useState(() => newId('rfd'));
  const [reason, setReason] = useState('');
  const [back, setBack] = useState(desk.mayRefund);
  const [units, setUnits] = useState<Record<string, number>>({});
  const choices = desk.lines.flatMap((line) => {
    const most = cancelableOf(line);
    return most > 0 ? [{ id: line.id, name: line.name, sku: line.sku, most }] : [];
  });
  const lines = chosenUnits(choices, units);
  const count = whole ? desk.cancelable : unitCount(lines);
  const everything = whole || count === desk.units;
  const { dueMinor: dueAfter, refundMinor } = dueWithout(desk, desk.lines, everything ? 'all' : lines);
  const known = CANCEL_REASONS.find((value) => value === reason);
  return (
    <ActSheet
      says={{
        title: t(whole ? 'cancel.titleWhole' : 'cancel.titleUnits'),
        submit: t(whole ? 'cancel.submitWhole' : count > 0 ? 'cancel.submitUnits' : 'cancel.titleUnits', {
          count,
        }),
        done: t(whole ? 'cancel.doneWhole' : 'cancel.doneUnits', { count }),
      }}
      danger
      blocked={count === 0 ? t('units.none') : known ? null : t('cancel.reasonNeeded')}
      effects={[
        ...freed(desk, whole ? null : units).map(({ warehouse, quantity }) =>
          t('cancel.stock', { count: quantity, warehouse }),
        ),
        count > 0 && t('cancel.due', { before: money(desk.dueMinor), after: money(dueAfter) }),
        refundMinor > 0 && t(back ? 'cancel.back' : 'cancel.owed', { amount: money(refundMinor) }),
        t('cancel.once'),
      ]}
      send={() =>
        cancel(desk.slug, {
          orderId: desk.id,
          lines: whole ? 'all' : lines,
          reason: known ?? 'other',
          refundId: back && refundMinor > 0 ? refundId : null,
          version: desk.version,
        })
      }
    >
      {whole ? null : (
        <UnitPicker legend={t('cancel.units')} choices={choices} units={units} onChange={setUnits} />
      )}
      <Field label={t('reason')}>
        <NativeSelect
          value={reason}
          placeholder={t('cancel.choose')}
          options={desk.reasons}
          onChange={(event) => setReason(event.target.value)}
          required
        />
      </Field>
      {refundMinor > 0 ? (
        <Checkbox
          label={t('cancel.refund', { amount: money(refundMinor) })}
          help={desk.mayRefund ? t('cancel.refundHelp') : t('cancel.mayNotRefund')}
          checked={back}
          disabled={!desk.mayRefund}
          onChange={(event) => setBack(event.target.checked)}
        />
      ) : null}
    </ActSheet>
  );
}

const promisedOf = (line: DeskLine) => unitCount(line.promised);
const cancelableOf = (line: DeskLine) => line.waiting + promisedOf(line);

/** Units that go back on the shelf, by warehouse: those that wait for stock go first and free nothing. */
function freed(desk: Desk, units: Record<string, number> | null): { warehouse: string; quantity: number }[] {
  if (!units) return desk.houses.map(({ name, units: quantity }) => ({ warehouse: name, quantity }));
  const sums = new Map<string, number>();
  for (const line of desk.lines) {
    let left = Math.max(0, (units[line.id] ?? 0) - line.waiting);
    for (const { warehouse, quantity } of line.promised) {
      const part = Math.min(left, quantity);
      if (part > 0) sums.set(warehouse, (sums.get(warehouse) ?? 0) + part);
      left -= part;
    }
  }
  return [...sums].map(([warehouse, quantity]) => ({ warehouse, quantity }));
}
